using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.Tenants.DirectoryTable;

namespace AuthKit.Tenants;

internal sealed class DirectoryStore(IRecords records) : IDirectoryStore
{
    public async Task AddAsync(IReadOnlyList<byte[]> nameHashes, string tenant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var hash in nameHashes)
            await records.InsertAsync(Rows, new(hash, tenant, now), cancellationToken);
    }

    public Task RemoveAsync(IReadOnlyList<byte[]> nameHashes, string tenant, CancellationToken cancellationToken) =>
        records.DeleteAsync(Rows, [NameHash.In(nameHashes), DirectoryTable.Tenant.Is(tenant)], limit: 0, cancellationToken);

    public async Task<IReadOnlyList<string>> FindAsync(byte[] nameHash, CancellationToken cancellationToken)
    {
        var entries = await records.ListAsync(Rows, [NameHash.Is(nameHash)], orderBy: null, limit: 0, cancellationToken);
        return [.. entries.OrderBy(static entry => entry.AddedAt).ThenBy(static entry => entry.Tenant, StringComparer.Ordinal).Select(static entry => entry.Tenant)];
    }
}

internal static class DirectoryPort
{
    extension(DatabaseLease database)
    {
        public IDirectoryStore Directory => database.Port<IDirectoryStore>(static records => new DirectoryStore(records));
    }
}
