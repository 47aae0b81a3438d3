using System.Security.Cryptography;
using AuthKit.Databases;
using AuthKit.Tenants.Brought;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Tenants;

/// <summary>The tenants, and the one way in which a request can name one.</summary>
internal sealed class TenantRegistry(IOptions<AuthKitOptions> options, DatabaseEngines engines, BroughtTenants brought, TimeProvider time, ILogger<TenantRegistry> logger)
{
    private static readonly Failure UnknownDatabase = Failure.Of(Field.ConnectionString, Rule.Unknown);

    private readonly (Tenant Tenant, byte[] Alias, byte[] Connection)[] _tenants =
    [
        .. options.Value.Tenants.Select(tenant => (tenant, ConnectionFingerprint.Of(tenant.Alias), ConnectionFingerprint.Of(tenant.Database.ConnectionString))),
    ];

    /// <summary>How many databases beside the home one a name can live in; <see cref="int.MaxValue"/> where callers bring some.</summary>
    public int Count => brought.Policy is null ? _tenants.Length : int.MaxValue;

    /// <summary>Whether an alias names the home database or a tenant that the host registered, rather than one that a caller brought.</summary>
    public bool IsOwn(string alias) => alias == Tenant.Home || _tenants.Any(known => known.Tenant.Alias == alias);

    /// <summary>Whether an alias names a tenant or the home database.</summary>
    public ValueTask<bool> KnowsAsync(string alias, CancellationToken cancellationToken) => IsOwn(alias) ? new(true) : brought.KnowsAsync(alias, cancellationToken);

    /// <summary>The rules that a selector breaks by itself.</summary>
    public IEnumerable<BrokenRule> Check(DatabaseSelector? selector)
    {
        if (selector is null)
            yield break;
        var required = selector.Required || selector.ConnectionString is not null || selector.KeyIdentifier is not null;
        if (required && string.IsNullOrEmpty(selector.ConnectionString))
            yield return new(Field.ConnectionString, Rule.Required);
        if (required && string.IsNullOrEmpty(selector.KeyIdentifier))
            yield return new(Field.KeyIdentifier, Rule.Required);
        else if (required && !engines.TryFind(selector.KeyIdentifier, out _))
            yield return new(Field.KeyIdentifier, Rule.Unknown);
    }

    /// <summary>
    /// The alias of the tenant that a checked selector means, or <see cref="Tenant.Home"/>. Every registered tenant is
    /// compared with, whichever matches, so that a wrong guess takes the time of a right one; only what is none of theirs
    /// may be a database that the caller brings. A tenant in which the caller may not register is none.
    /// </summary>
    /// <param name="selector">What the request says.</param>
    /// <param name="invitedTo">The tenant that an invitation in the selector is for.</param>
    /// <param name="network">Where the request came from, if that is known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Outcome<string>> SelectAsync(DatabaseSelector? selector, string? invitedTo, string? network, CancellationToken cancellationToken)
    {
        if (selector is not { ConnectionString: { } connection } || !engines.TryFind(selector.KeyIdentifier, out var engine))
            return Tenant.Home;
        var started = time.GetTimestamp();
        var presented = ConnectionFingerprint.Of(connection);
        Tenant? selected = null;
        foreach (var (tenant, alias, known) in _tenants)
        {
            if (CryptographicOperations.FixedTimeEquals(presented, alias) | CryptographicOperations.FixedTimeEquals(presented, known) | tenant.Alias == invitedTo)
                selected = tenant;
        }

        if (selected is not null && engine.IsNamed(selected.Database.KeyIdentifier) && IsOpenTo(selected, invitedTo))
            return selected.Alias;
        if (selected is null && await brought.SelectAsync(engine, connection, network, cancellationToken) is { } tenantBrought)
            return tenantBrought;
        logger.UnknownSelector(Convert.ToHexStringLower(presented.AsSpan(0, 4)));
        await TakeTimeAsync(started, cancellationToken);
        return UnknownDatabase;
    }

    /// <summary>Notes that somebody has registered in a tenant, which is kept for that.</summary>
    public Task KeepAsync(string alias, CancellationToken cancellationToken) => IsOwn(alias) ? Task.CompletedTask : brought.KeepAsync(alias, cancellationToken);

    /// <summary>Whether somebody can be invited to a tenant.</summary>
    public bool TakesInvitations(string alias) => _tenants.Any(known => known.Tenant.Alias == alias && known.Tenant.Registration is TenantRegistration.ByInvitation);

    private static bool IsOpenTo(Tenant tenant, string? invitedTo) => tenant.Registration switch
    {
        TenantRegistration.Open => true,
        TenantRegistration.ByInvitation => tenant.Alias == invitedTo,
        _ => false,
    };

    /// <summary>Against timing attacks: a refusal takes as long as the longest attempt, whatever came of it.</summary>
    private Task TakeTimeAsync(long started, CancellationToken cancellationToken)
    {
        var rest = (brought.Policy?.Timeout ?? TimeSpan.Zero) - time.GetElapsedTime(started);
        return rest > TimeSpan.Zero ? Task.Delay(rest, time, cancellationToken) : Task.CompletedTask;
    }
}
