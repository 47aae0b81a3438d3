using System.Linq.Expressions;
using AuthKit.Grants;

namespace AuthKit.EntityFrameworkCore.Stores;

internal sealed class GrantStore(Contexts contexts) : IGrantStore
{
    public Task<bool> CreateAsync(Grant grant, CancellationToken cancellationToken) =>
        contexts.TryInsertAsync(grant, other => other.Handle == grant.Handle, cancellationToken);

    public Task<Grant?> FindAsync(byte[] handle, CancellationToken cancellationToken) =>
        contexts.FindAsync<Grant>(grant => grant.Handle == handle, cancellationToken);

    public async Task<bool> ConsumeAsync(byte[] handle, byte[] secretHash, DateTimeOffset now, CancellationToken cancellationToken) => await ConsumeAsync(
        grant => grant.ConsumedAt == null && grant.ExpiresAt > now && grant.Handle == handle && grant.SecretHash == secretHash,
        now,
        cancellationToken) == 1;

    public Task ConsumeAllAsync(Guid userId, GrantKind kind, DateTimeOffset now, CancellationToken cancellationToken) => ConsumeAsync(
        grant => grant.ConsumedAt == null && grant.ExpiresAt > now && grant.UserId == userId && grant.Kind == kind,
        now,
        cancellationToken);

    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        contexts.SweepAsync<Grant>(grant => grant.ExpiresAt <= before, grant => grant.ExpiresAt, cancellationToken);

    private Task<int> ConsumeAsync(Expression<Func<Grant, bool>> where, DateTimeOffset now, CancellationToken cancellationToken) =>
        contexts.ChangeAsync(where, set => set.SetProperty(grant => grant.ConsumedAt, now), cancellationToken);
}
