using AuthKit.AuthorizationServer;
using AuthKit.Passwords;
using AuthKit.SignIns;
using AuthKit.Tenants;

namespace AuthKit.Hosting;

/// <summary>The options of the library itself that are weaker than the default.</summary>
internal sealed class OptionWarnings : IStartupWarning
{
    private const int ManyAttempts = 100;
    private const int FewDays = 90;
    private static readonly TimeSpan LongGrace = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongAccess = TimeSpan.FromDays(1);
    private static readonly Argon2idOptions UsualCost = new();

    public IEnumerable<string> Of(AuthKitOptions options)
    {
        if (options.Passwords.UseDocumentedRules)
            yield return "Passwords.UseDocumentedRules: new passwords need only satisfy what each contract documents.";
        if (options.Passwords.Rules.MinLength < PasswordRules.Default.MinLength || !options.Passwords.Rules.Blocklist)
            yield return "Passwords.Rules: new passwords may be shorter or more common than by default.";
        if (options.ReplacedDatabases.Count > 0)
            yield return $"Database: a home database was chosen more than once (before: {string.Join(", ", options.ReplacedDatabases)}); the last, on {options.Database!.KeyIdentifier}, is used. Keep one Use…, or the configuration's Database.";
        foreach (var tenant in options.Tenants.Where(static tenant => tenant.Registration is TenantRegistration.Open))
            yield return $"Tenants: whoever knows the alias '{tenant.Alias}' or its connection string may register there; Registration can be ByInvitation or Closed.";
        if (options.ClientDatabases is not null)
            yield return "ClientDatabases: whoever registers may make this server connect to a database of their choice, within the policy.";
        if (options.OAuth.OpenRegistration)
            yield return "OAuth.OpenRegistration is on: anybody may register a client, which may then have the scopes of the host's interfaces in its own name.";
        if (options.OAuth is { Profile: SecurityProfile.Fapi2, RotateBoundRefreshTokens: true })
            yield return "OAuth.RotateBoundRefreshTokens is on, and OAuth.Profile Fapi2 wants refresh tokens to stay as they are but in extraordinary circumstances; take it away once these have passed.";
        if (options.OAuth.ClientDocuments.AllowPrivateNetworks)
            yield return "OAuth.ClientDocuments.AllowPrivateNetworks is on: clients may have this server fetch from its own network.";
        if (options.Webhooks.AllowHttp)
            yield return "Webhooks.AllowHttp is on: events may go out in the clear, and whoever is on the way reads them.";
        if (options.Webhooks.AllowPrivateNetworks)
            yield return "Webhooks.AllowPrivateNetworks is on: webhooks may reach this server's own network.";
        if (options.AuditLog.Retention < TimeSpan.FromDays(FewDays))
            yield return $"AuditLog.Retention is less than {FewDays} days: attacks are often found later than that.";
        if (!options.RateLimits.Enabled)
            yield return "RateLimits.Enabled is off: an address may guess as fast as it can.";
        if (options.Passwords.Argon2id is { } cost && (long)cost.MemoryKiB * cost.Iterations < (long)UsualCost.MemoryKiB * UsualCost.Iterations)
            yield return "Passwords.Argon2id: hashes cost less memory and work than by default, so that whoever steals them guesses faster.";
        if (options.Lockout.MaxFailedAttempts > ManyAttempts)
            yield return $"Lockout.MaxFailedAttempts is over {ManyAttempts}: an account is open to so many guesses before it slows down.";
        if (options.SignIn.MaxAttemptsPerChallenge > new SignInOptions().MaxAttemptsPerChallenge || options.SignIn.MaxFailedSecondFactorsPerDay > ManyAttempts)
            yield return $"SignIn: a challenge takes more than five guesses at a second factor, or an account over {ManyAttempts} a day.";
        if (options.SignIn.RecentProof > new SignInOptions().RecentProof)
            yield return "SignIn.RecentProof is over ten minutes: for so long after a sign-in a stolen access token changes what the account is signed in to with.";
        if (options.MailedCodes.MaxFailedAttemptsPerDay > ManyAttempts)
            yield return $"MailedCodes.MaxFailedAttemptsPerDay is over {ManyAttempts}: of a million codes, so many may be tried a day at each address.";
        if (options.Sessions.RefreshGrace > LongGrace || options.Sessions.PublicClientRefreshGrace > LongGrace)
            yield return "Sessions.RefreshGrace is over a minute: for so long a stolen refresh token works beside its owner's.";
        if (options.Tokens.AccessTokenLifetime > LongAccess)
            yield return "Tokens.AccessTokenLifetime is over a day (a number alone means days; write 00:15:00 for 15 minutes).";
        if (options.Tokens.AccessTokenLifetime > options.Sessions.IdleTimeout || options.Tokens.AccessTokenLifetime > options.Sessions.AbsoluteLifetime)
            yield return "Tokens.AccessTokenLifetime is longer than a session lasts (Sessions.IdleTimeout, Sessions.AbsoluteLifetime); make it shorter.";
        if (!options.Tokens.CheckSession)
            yield return "Tokens.CheckSession is off: an access token outlives its session until it expires.";
    }
}
