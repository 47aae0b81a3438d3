using System.Text.RegularExpressions;
using AuthKit.Databases;
using AuthKit.Tenants;
using AuthKit.Tenants.Brought;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>Refuses to start with options that cannot work; no message repeats a secret.</summary>
internal sealed partial class OptionsValidator(DatabaseEngines engines, HostDatabase? home = null) : IValidateOptions<AuthKitOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        string[] errors = [.. General(options), .. Durations(options), .. Databases(options)];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> General(AuthKitOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Issuer))
            yield return "Issuer is empty; set it to the https address that clients know this host by.";
        else if (options.Issuer.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !IsAddress(options.Issuer))
            yield return "Issuer is an absolute address without query, fragment or blanks, as https://auth.example.";
        if (options.Audience is not null && string.IsNullOrWhiteSpace(options.Audience))
            yield return "Audience is empty; set it to what your interfaces expect as the aud of access tokens, or do not set it.";
        if (options.External.Timeout < TimeSpan.FromMilliseconds(100) || options.External.Timeout > TimeSpan.FromMinutes(1))
            yield return "External.Timeout is 100 milliseconds to a minute.";
        if (options.Passwords.Rules is { MinLength: < 1 } or { MaxBytes: < 64 or > 16 * 1024 })
            yield return "Passwords.Rules: MinLength is at least 1, MaxBytes between 64 and 16,384.";
        if (options.Passwords is { MaxConcurrentHashes: < 1 } or { MaxQueuedHashes: < 0 })
            yield return "Passwords: MaxConcurrentHashes is at least 1, MaxQueuedHashes at least 0.";
        foreach (var error in options.Passwords.Argon2id.Validate())
            yield return $"Passwords.Argon2id: {error}";
        if (options.RateLimits is { Burst: < 1 } or { PerMinute: < 1 })
            yield return "RateLimits: Burst and PerMinute are at least 1; set Enabled to false to have none.";
        if (options.MaxCacheEntries < 1)
            yield return "MaxCacheEntries is at least 1.";
        if (options.Events.QueueLength < 1 || options.Events.ListenerTimeout <= TimeSpan.Zero)
            yield return "Events: QueueLength is at least 1, ListenerTimeout positive.";
        if (options.SignIn is { MaxAttemptsPerChallenge: < 1 } or { MaxFailedSecondFactorsPerDay: < 1 })
            yield return "SignIn: MaxAttemptsPerChallenge and MaxFailedSecondFactorsPerDay are at least 1.";
        if (!IsContext(options.SignIn.SingleFactorContext) || !IsContext(options.SignIn.MultiFactorContext) || options.SignIn.SingleFactorContext == options.SignIn.MultiFactorContext)
            yield return "SignIn: SingleFactorContext and MultiFactorContext are two names without blanks, as urn:authkit:acr:1fa and urn:authkit:acr:2fa.";
        if (options.Lockout is { MaxFailedAttempts: < 1 } or { MaxFailedClientAttempts: < 1 })
            yield return "Lockout: MaxFailedAttempts and MaxFailedClientAttempts are at least 1.";
        if (!options.Tokens.SigningAlgorithms.Contains(SigningAlgorithms.Es256) || !options.Tokens.SigningAlgorithms.All(SigningAlgorithms.IsKnown))
            yield return "Tokens.SigningAlgorithms: ES256, and RS256 where it is wanted.";
    }

    private static IEnumerable<string> Durations(AuthKitOptions options)
    {
        if (options.Tokens.AccessTokenLifetime < TimeSpan.FromSeconds(1))
            yield return "Tokens.AccessTokenLifetime is at least a second.";
        if (options.Tokens.PasswordResetLifetime <= TimeSpan.Zero || options.Tokens.SessionCheckInterval < TimeSpan.Zero)
            yield return "Tokens: PasswordResetLifetime is positive, SessionCheckInterval not negative.";
        if (options.External.Timeout <= TimeSpan.Zero || options.External.LinkLifetime <= TimeSpan.Zero)
            yield return "External: Timeout and LinkLifetime are positive.";
        if (options.External.CodeLifetime <= TimeSpan.Zero || options.External.CodeLifetime > TimeSpan.FromMinutes(10))
            yield return "External.CodeLifetime is positive, and 10 minutes at the most.";
        if (options.Tokens.KeyRotationInterval < TimeSpan.FromHours(2))
            yield return "Tokens.KeyRotationInterval is at least two hours.";
        if (options.Sessions.IdleTimeout <= TimeSpan.Zero || options.Sessions.AbsoluteLifetime <= TimeSpan.Zero || options.Sessions.RefreshGrace < TimeSpan.Zero
            || options.Sessions.PublicClientRefreshGrace < TimeSpan.Zero)
            yield return "Sessions: IdleTimeout and AbsoluteLifetime are positive, RefreshGrace and PublicClientRefreshGrace not negative.";
        if (options.SignIn.ChallengeLifetime < TimeSpan.FromSeconds(10) || options.SignIn.ChallengeLifetime > TimeSpan.FromHours(1))
            yield return "SignIn.ChallengeLifetime is ten seconds to an hour.";
        if (options.SignIn.RecentProof < TimeSpan.FromMinutes(1) || options.SignIn.RecentProof > TimeSpan.FromDays(1))
            yield return "SignIn.RecentProof is a minute to a day; write 00:10:00 for ten minutes.";
        if (options.Lockout.FirstLock < TimeSpan.Zero || options.Lockout.LongestLock < options.Lockout.FirstLock)
            yield return "Lockout: FirstLock is not negative, LongestLock not shorter.";
        if (options.Databases.RequestTimeout < TimeSpan.FromSeconds(1) || options.Databases.RequestTimeout > TimeSpan.FromMinutes(10) || options.Databases.MaxClockSkew <= TimeSpan.Zero)
            yield return "Databases: RequestTimeout is a second to ten minutes, MaxClockSkew positive.";
        if (options.Lockout.KnownDeviceLifetime <= TimeSpan.Zero)
            yield return "Lockout.KnownDeviceLifetime is positive.";
        if (options.TenantDatabases is { MaxOpen: < 1 } || options.TenantDatabases.IdleTimeout < TimeSpan.FromSeconds(1))
            yield return "TenantDatabases: MaxOpen is at least 1, IdleTimeout at least a second.";
    }

    private IEnumerable<string> Databases(AuthKitOptions options)
    {
        if (home is null && Home(options.Database) is { } error)
            yield return error;
        foreach (var twice in options.Tenants.GroupBy(tenant => tenant.Alias).Where(group => group.Count() > 1))
            yield return $"Tenants: '{twice.Key}' is there twice.";
        foreach (var shared in Shared(options))
            yield return shared;
        foreach (var tenant in options.Tenants)
        {
            if (!Alias().IsMatch(tenant.Alias))
                yield return $"Tenants: the alias '{tenant.Alias}' is not made of 1 to 64 letters, digits, hyphens and underscores.";
            if (BroughtAlias.Is(tenant.Alias))
                yield return $"Tenants: the alias '{tenant.Alias}' looks like one that AuthKit generates.";
            if (string.IsNullOrWhiteSpace(tenant.Database.ConnectionString))
                yield return $"Tenants: '{tenant.Alias}' has no connection string; the setting that it was read from is missing or empty.";
            if (Missing(tenant.Database))
                yield return $"Tenants: '{tenant.Alias}' lives on {tenant.Database.KeyIdentifier}; {Adapter}";
        }
    }

    // Accounts of two tenants in one database would be accounts of both.
    private static IEnumerable<string> Shared(AuthKitOptions options) => options.Tenants
        .Select(tenant => (Name: $"'{tenant.Alias}'", tenant.Database))
        .Append((Name: "the home database", Database: options.Database!))
        .Where(static part => !string.IsNullOrWhiteSpace(part.Database?.ConnectionString))
        .GroupBy(static part => Convert.ToHexString(ConnectionFingerprint.Of(part.Database.ConnectionString)))
        .Where(static same => same.Count() > 1)
        .Select(static same => $"Tenants: {string.Join(" and ", same.Select(static part => part.Name))} have one connection string; give each tenant a database of its own.");

    // acr_values has them with blanks between (OpenID Connect Core 1.0 §3.1.2.1).
    private static bool IsContext(string name) => !string.IsNullOrEmpty(name) && !name.Any(char.IsWhiteSpace);

    private static bool IsAddress(string issuer) =>
        Uri.TryCreate(issuer, UriKind.Absolute, out var uri) && uri is { Query: "", Fragment: "" } && !issuer.AsSpan().ContainsAny('?', '#') && issuer == issuer.Trim();

    private string? Home(DatabaseRegistration? database) => database switch
    {
        null => "No home database is chosen; call UseSqlite or another Use… on what AddAuthKit returns.",
        _ when string.IsNullOrWhiteSpace(database.ConnectionString) => $"The home database on {database.KeyIdentifier} has no connection string; the setting that it was read from (as ConnectionStrings:… by GetConnectionString) is missing or empty.",
        _ when Missing(database) => $"The home database is on {database.KeyIdentifier}; {Adapter}",
        _ => null,
    };

    private string Adapter => $"no store of that name is registered. Add the adapter (AddSqlite and its like); known names are {string.Join(", ", engines.KeyIdentifiers)}.";

    private bool Missing(DatabaseRegistration database) => engines.ProviderOf(database.KeyIdentifier) is null;

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}\\z")]
    private static partial Regex Alias();
}
