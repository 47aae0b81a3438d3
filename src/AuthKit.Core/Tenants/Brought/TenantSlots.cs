namespace AuthKit.Tenants.Brought;

/// <summary>The quota of tenants that callers bring: as many slots, each unique in the store, so that no race exceeds it.</summary>
internal static class TenantSlots
{
    /// <summary>Adds a tenant in any free slot.</summary>
    /// <returns>Its alias, or that of the tenant which somebody else has just added with the same fingerprint; null where no slot is free.</returns>
    public static async Task<string?> AddAsync(this ITenantStore store, Func<int, TenantRecord> create, int slots, CancellationToken cancellationToken)
    {
        while (await FreeAsync(store, slots, cancellationToken) is { } slot)
        {
            var tenant = create(slot);
            if (await store.AddAsync(tenant, cancellationToken))
                return tenant.Alias;
            if (await store.FindByFingerprintAsync(tenant.Fingerprint, cancellationToken) is { } same)
                return same.Alias;
        }

        return null;
    }

    /// <summary>A slot that nobody has yet; any, so that those who want one at once seldom want the same.</summary>
    public static async Task<int?> FreeAsync(this ITenantStore store, int slots, CancellationToken cancellationToken)
    {
        var taken = (await store.ListSlotsAsync(cancellationToken)).ToHashSet();
        int[] free = [.. Enumerable.Range(0, slots).Where(slot => !taken.Contains(slot))];
        return free.Length > 0 ? Random.Shared.GetItems(free, 1)[0] : null;
    }
}
