using System.Security.Cryptography;
using System.Text;
using AuthKit.Databases;
using AuthKit.Databases.Brought;
using AuthKit.Events;
using AuthKit.Records;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace AuthKit.Tenants.Brought;

/// <summary>The tenants whose databases callers brought, known to every node through the home database.</summary>
internal sealed class BroughtTenants(
    HomeDatabase home,
    DatabaseEngines engines,
    IDirectoryKey keys,
    BroughtDatabaseGate gate,
    IEvents events,
    IOptions<AuthKitOptions> options,
    TimeProvider time,
    IConnectionProtector? protector = null) : IDisposable
{
    private static readonly TimeSpan KnownFor = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _known = new(new MemoryCacheOptions());

    /// <summary>Null where the host allows none.</summary>
    public ClientDatabasePolicy? Policy => options.Value.ClientDatabases;

    /// <summary>Whether there is such a tenant; what the home database says is cached for a minute.</summary>
    public async ValueTask<bool> KnowsAsync(string alias, CancellationToken cancellationToken)
    {
        if (Policy is null || !BroughtAlias.Is(alias))
            return false;
        return _known.TryGetValue(alias, out _) || await FindAsync(alias, cancellationToken) is not null;
    }

    /// <summary>Keeps the slot of a tenant in which somebody has registered.</summary>
    public async Task KeepAsync(string alias, CancellationToken cancellationToken)
    {
        var store = (await home.GetAsync(cancellationToken)).Tenants;
        if (Policy is { } policy && await store.FindByAliasAsync(alias, cancellationToken) is { } tenant)
            await new TenantSlots(store, policy, time).KeepAsync(tenant, cancellationToken);
    }

    /// <summary>The alias of the tenant with this database, which is made where it is new; null where that is refused.</summary>
    public async Task<string?> SelectAsync(DatabaseEngine engine, string connectionString, string? network, CancellationToken cancellationToken)
    {
        if (Policy is not { } policy || gate.Read(engine, connectionString, policy) is not { } connection)
            return null;
        using var patience = new CancellationTokenSource(policy.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await gate.AdmitsAsync(engine, connection, policy, either.Token)
                ? await FindOrAddAsync(engine, connection, network, policy, either.Token)
                : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Opens such a tenant's database, after every check once more.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be opened; the message says no more than the alias.</exception>
    public async Task<IDatabase> OpenAsync(string alias, CancellationToken cancellationToken)
    {
        if (Policy is not { } policy || await FindAsync(alias, cancellationToken) is not { } tenant)
            throw new StoreUnavailableException($"There is no tenant {alias} any more.");
        if (protector is null || !protector.TryUnprotect(tenant.ProtectedConnection, out var connectionString))
            throw new StoreUnavailableException($"The connection string of tenant {alias} was protected by another Data Protection key ring.");
        return engines.Named(tenant.Engine) is { } engine && await TryOpenAsync(engine, connectionString, policy, cancellationToken) is { } database
            ? database
            : throw new StoreUnavailableException($"The database of tenant {alias} cannot be reached, or is not allowed any more.");
    }

    public void Dispose() => _known.Dispose();

    private async Task<string?> FindOrAddAsync(DatabaseEngine engine, BroughtConnection connection, string? network, ClientDatabasePolicy policy, CancellationToken cancellationToken)
    {
        var store = (await home.GetAsync(cancellationToken)).Tenants;
        var fingerprint = await HashAsync($"client database\n{engine}\n{connection.ConnectionString}", cancellationToken);
        if (await store.FindByFingerprintAsync(fingerprint, cancellationToken) is { } known)
            return known.Alias;
        var slots = new TenantSlots(store, policy, time);
        var from = network is null ? null : await HashAsync($"network\n{network}", cancellationToken);
        // Nothing is opened that could not be kept, and nothing kept that cannot be opened.
        if (!await slots.HasRoomAsync(from, cancellationToken))
            return null;
        await using var database = await TryOpenAsync(engine, connection.ConnectionString, policy, cancellationToken);
        if (database is null)
            return null;
        var tenant = new TenantRecord
        {
            Alias = BroughtAlias.Of(await HashAsync($"alias\n{Convert.ToHexString(fingerprint)}", cancellationToken)),
            Slot = 0,
            Engine = engine.Name,
            Fingerprint = fingerprint,
            ProtectedConnection = protector!.Protect(connection.ConnectionString),
            CreatedAt = time.GetUtcNow(),
            BroughtFrom = from,
        };
        if (await slots.AddAsync(tenant, cancellationToken) is not var (alias, isNew))
            return null;
        if (isNew)
            await events.RaiseAsync(new TenantRegistered(engine.Name) { Tenant = alias }, cancellationToken);
        return alias;
    }

    private async Task<IDatabase?> TryOpenAsync(DatabaseEngine engine, string connectionString, ClientDatabasePolicy policy, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(policy.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await gate.OpenAsync(engine, connectionString, policy, either.Token);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // What a stranger's server says is not for the log, and not for the answer.
            return null;
        }
    }

    private async Task<TenantRecord?> FindAsync(string alias, CancellationToken cancellationToken)
    {
        var store = (await home.GetAsync(cancellationToken)).Tenants;
        var tenant = await store.FindByAliasAsync(alias, cancellationToken);
        if (tenant is null)
            return null;
        _known.Set(alias, true, KnownFor);
        if (!TenantSlots.IsOnTrial(tenant))
            await new TenantSlots(store, Policy!, time).KeepAsync(tenant, cancellationToken);
        return tenant;
    }

    // A connection's credentials are part of it: whoever knows the server's name alone does not get into its tenant.
    private async Task<byte[]> HashAsync(string text, CancellationToken cancellationToken) =>
        HMACSHA256.HashData(await keys.GetDirectoryKeyAsync(cancellationToken), Encoding.UTF8.GetBytes(text));
}
