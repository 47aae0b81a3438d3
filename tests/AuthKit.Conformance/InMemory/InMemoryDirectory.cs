using AuthKit.Stores;

namespace AuthKit.Conformance.InMemory;

internal sealed class InMemoryDirectory : IDirectoryStore
{
    private readonly Rows<Entry> _entries = new();

    private sealed record Entry(byte[] NameHash, string Tenant);

    public async Task AddAsync(IReadOnlyList<byte[]> nameHashes, string tenant, CancellationToken cancellationToken)
    {
        foreach (var hash in nameHashes)
            await _entries.TryAddAsync(new(hash, tenant), entry => entry.Tenant == tenant && entry.NameHash.AsSpan().SequenceEqual(hash), cancellationToken);
    }

    public Task<IReadOnlyList<string>> FindAsync(byte[] nameHash, CancellationToken cancellationToken) => _entries.DoAsync<IReadOnlyList<string>>(
        entries => [.. entries.Where(entry => entry.NameHash.AsSpan().SequenceEqual(nameHash)).Select(entry => entry.Tenant)],
        cancellationToken);
}
