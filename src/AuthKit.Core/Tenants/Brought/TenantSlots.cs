using AuthKit.Databases.Brought;

namespace AuthKit.Tenants.Brought;

/// <summary>
/// The quota of tenants that callers bring: as many slots, each unique in the store, so that no race exceeds it. A network has
/// some of them at the most, and one that nobody uses makes room.
/// </summary>
internal sealed class TenantSlots(ITenantStore store, ClientDatabasePolicy policy, TimeProvider time)
{
    /// <summary>How long whoever brings a database has to register in it.</summary>
    private static readonly TimeSpan Trial = TimeSpan.FromHours(1);

    /// <summary>How often it is written at the most that a tenant is used.</summary>
    private static readonly TimeSpan Coarseness = TimeSpan.FromDays(1);

    /// <summary>Adds a tenant in any free slot.</summary>
    /// <param name="tenant">The tenant; its slot is chosen here.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its alias, or that of the tenant which somebody else has just added with the same fingerprint, and so no new one; null where no slot is free to its network.</returns>
    public async Task<(string Alias, bool IsNew)?> AddAsync(TenantRecord tenant, CancellationToken cancellationToken)
    {
        while (await FreeAsync(tenant.BroughtFrom, cancellationToken) is var (slot, unused))
        {
            if (unused is not null && !await store.RemoveAsync(unused, cancellationToken))
                continue;
            var added = tenant with { Slot = slot, KeptUntil = tenant.CreatedAt + Trial };
            if (await store.AddAsync(added, cancellationToken))
                return await KeepsBoundAsync(added, cancellationToken) ? (added.Alias, true) : null;
            if (await store.FindByFingerprintAsync(tenant.Fingerprint, cancellationToken) is { } same)
                return (same.Alias, false);
        }

        return null;
    }

    /// <summary>Whether a network may have a slot.</summary>
    public async Task<bool> HasRoomAsync(byte[]? network, CancellationToken cancellationToken) => await FreeAsync(network, cancellationToken) is not null;

    /// <summary>Keeps the slot of a tenant in which somebody has registered, or which is used.</summary>
    public async Task KeepAsync(TenantRecord tenant, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + policy.KeepUnused;
        if (until - KeptUntil(tenant) >= Coarseness || IsOnTrial(tenant))
            await store.KeepAsync(tenant.Alias, until, cancellationToken);
    }

    /// <summary>Whether nobody has registered in a tenant yet.</summary>
    public static bool IsOnTrial(TenantRecord tenant) => tenant.KeptUntil is { } until && until <= tenant.CreatedAt + Trial;

    /// <summary>A slot that a network may have, any one, so that those who want one at once seldom want the same; and the unused tenant that has to make room for it.</summary>
    private async Task<(int Slot, TenantRecord? Unused)?> FreeAsync(byte[]? network, CancellationToken cancellationToken)
    {
        var tenants = await store.ListAsync(cancellationToken);
        if (IsFull(tenants, network, policy.EffectiveMaxTenantsPerNetwork))
            return null;
        var taken = tenants.Select(static tenant => tenant.Slot).ToHashSet();
        int[] free = [.. Enumerable.Range(0, policy.MaxTenants).Where(slot => !taken.Contains(slot))];
        if (free.Length > 0)
            return (Random.Shared.GetItems(free, 1)[0], null);
        return tenants.Where(tenant => tenant.Slot < policy.MaxTenants && !IsKept(tenant)).MinBy(KeptUntil) is { } unused ? (unused.Slot, unused) : null;
    }

    // Those who came at once did not see each other: all of them go, which is too many rather than too few.
    private async Task<bool> KeepsBoundAsync(TenantRecord added, CancellationToken cancellationToken)
    {
        if (!IsFull(await store.ListAsync(cancellationToken), added.BroughtFrom, policy.EffectiveMaxTenantsPerNetwork + 1))
            return true;
        await store.RemoveAsync(added, cancellationToken);
        return false;
    }

    private DateTimeOffset KeptUntil(TenantRecord tenant) => tenant.KeptUntil ?? tenant.CreatedAt + policy.KeepUnused;

    private bool IsKept(TenantRecord tenant) => time.GetUtcNow() < KeptUntil(tenant);

    private bool IsFull(IReadOnlyList<TenantRecord> tenants, byte[]? network, int bound) =>
        network is not null && tenants.Count(tenant => IsKept(tenant) && tenant.BroughtFrom is { } other && other.AsSpan().SequenceEqual(network)) >= bound;
}
