using AuthKit.Passwords;
using AuthKit.Tenants;

namespace AuthKit.Hosting;

/// <summary>The options of the library itself that are weaker than the default.</summary>
internal sealed class OptionWarnings : IStartupWarning
{
    public IEnumerable<string> Of(AuthKitOptions options)
    {
        if (options.Passwords.UseDocumentedRules)
            yield return "Passwords.UseDocumentedRules: new passwords need only satisfy what each contract documents.";
        if (options.Passwords.Rules.MinLength < PasswordRules.Default.MinLength || !options.Passwords.Rules.Blocklist)
            yield return "Passwords.Rules: new passwords may be shorter or more common than by default.";
        foreach (var tenant in options.Tenants.Where(static tenant => tenant.Registration is TenantRegistration.Open))
            yield return $"Tenants: whoever knows the alias '{tenant.Alias}' or its connection string may register there; Registration can be ByInvitation or Closed.";
        if (options.ClientDatabases is not null)
            yield return "ClientDatabases: whoever registers may make this server connect to a database of their choice, within the policy.";
        if (options.OAuth.OpenRegistration)
            yield return "OAuth.OpenRegistration is on: anybody may register a client, which may then have the scopes of the host's interfaces in its own name.";
        if (!options.RateLimits.Enabled)
            yield return "RateLimits.Enabled is off: an address may guess as fast as it can.";
        if (!options.Tokens.CheckSession)
            yield return "Tokens.CheckSession is off: an access token outlives its session until it expires.";
    }
}
