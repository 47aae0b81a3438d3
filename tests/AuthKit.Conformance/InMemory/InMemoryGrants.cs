using AuthKit.Grants;
using AuthKit.Stores;

namespace AuthKit.Conformance.InMemory;

internal sealed class InMemoryGrants : IGrantStore
{
    private readonly Rows<Grant> _grants = new();

    public Task<bool> CreateAsync(Grant grant, CancellationToken cancellationToken) =>
        _grants.TryAddAsync(grant, other => other.Handle.AsSpan().SequenceEqual(grant.Handle), cancellationToken);

    public Task<Grant?> FindAsync(byte[] handle, CancellationToken cancellationToken) =>
        _grants.FindAsync(grant => grant.Handle.AsSpan().SequenceEqual(handle), cancellationToken);

    public async Task<bool> ConsumeAsync(byte[] handle, byte[] secretHash, DateTimeOffset now, CancellationToken cancellationToken) =>
        await ConsumeAsync(grant => grant.Handle.AsSpan().SequenceEqual(handle) && grant.SecretHash.AsSpan().SequenceEqual(secretHash), now, cancellationToken) == 1;

    public Task ConsumeAllAsync(Guid userId, GrantKind kind, DateTimeOffset now, CancellationToken cancellationToken) =>
        ConsumeAsync(grant => grant.UserId == userId && grant.Kind == kind, now, cancellationToken);

    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        _grants.RemoveAsync(grant => grant.ExpiresAt <= before, cancellationToken);

    private Task<int> ConsumeAsync(Predicate<Grant> condition, DateTimeOffset now, CancellationToken cancellationToken) =>
        _grants.ChangeAsync(grant => grant.IsOpen(now) && condition(grant), grant => grant with { ConsumedAt = now }, cancellationToken);
}
