using AuthKit.Stores;
using AuthKit.Tokens;

namespace AuthKit.Conformance.InMemory;

internal sealed class InMemoryKeys : IKeyStore
{
    private readonly Rows<KeyRecord> _keys = new();

    public Task<IReadOnlyList<KeyRecord>> ListAsync(CancellationToken cancellationToken) =>
        _keys.DoAsync<IReadOnlyList<KeyRecord>>(keys => [.. keys], cancellationToken);

    public Task<bool> AddAsync(KeyRecord key, CancellationToken cancellationToken) =>
        _keys.TryAddAsync(key, other => other.Use == key.Use && other.Generation == key.Generation, cancellationToken);

    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        _keys.RemoveAsync(key => key.ExpiresAt <= before, cancellationToken);
}
