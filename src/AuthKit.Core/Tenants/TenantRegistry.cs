using System.Security.Cryptography;
using AuthKit.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Tenants;

/// <summary>The registered tenants, and the one way in which a request can name one.</summary>
internal sealed class TenantRegistry(IOptions<AuthKitOptions> options, ILogger<TenantRegistry> logger)
{
    private static readonly Failure UnknownDatabase = Failure.Of(Field.ConnectionString, Rule.Unknown);

    private readonly (Tenant Tenant, byte[] Alias, byte[] Connection)[] _tenants =
    [
        .. options.Value.Tenants.Select(tenant => (tenant, ConnectionFingerprint.Of(tenant.Alias), ConnectionFingerprint.Of(tenant.Database.ConnectionString))),
    ];

    public bool Any => _tenants.Length > 0;

    /// <summary>Whether an alias names a tenant or the home database.</summary>
    public bool Knows(string alias) => alias == Tenant.Home || _tenants.Any(known => known.Tenant.Alias == alias);

    /// <summary>The rules that a selector breaks by itself.</summary>
    public static IEnumerable<BrokenRule> Check(DatabaseSelector? selector)
    {
        if (selector is null)
            yield break;
        var required = selector.Required || selector.ConnectionString is not null || selector.KeyIdentifier is not null;
        if (required && string.IsNullOrEmpty(selector.ConnectionString))
            yield return new(Field.ConnectionString, Rule.Required);
        if (required && string.IsNullOrEmpty(selector.KeyIdentifier))
            yield return new(Field.KeyIdentifier, Rule.Required);
        else if (required && !KeyIdentifier.TryParse(selector.KeyIdentifier, out _))
            yield return new(Field.KeyIdentifier, Rule.Unknown);
    }

    /// <summary>
    /// The alias of the tenant that a checked selector means, or <see cref="Tenant.Home"/>. Every tenant is
    /// compared with, whichever matches, so that a wrong guess takes the time of a right one.
    /// </summary>
    public Outcome<string> Select(DatabaseSelector? selector)
    {
        if (selector is not { ConnectionString: { } connection } || !KeyIdentifier.TryParse(selector.KeyIdentifier, out var engine))
            return Tenant.Home;
        var presented = ConnectionFingerprint.Of(connection);
        Tenant? selected = null;
        foreach (var (tenant, alias, known) in _tenants)
        {
            if (CryptographicOperations.FixedTimeEquals(presented, alias) | CryptographicOperations.FixedTimeEquals(presented, known))
                selected = tenant;
        }

        if (selected?.Database.Engine == engine)
            return selected.Alias;
        logger.UnknownSelector(Convert.ToHexStringLower(presented.AsSpan(0, 4)));
        return UnknownDatabase;
    }
}
