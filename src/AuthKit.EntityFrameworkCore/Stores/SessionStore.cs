using System.Linq.Expressions;
using AuthKit.Sessions;

namespace AuthKit.EntityFrameworkCore.Stores;

internal sealed class SessionStore(Contexts contexts) : ISessionStore
{
    public Task CreateAsync(Session session, CancellationToken cancellationToken) => contexts.InsertAsync(session, cancellationToken);

    /// <summary>Two round trips, where AuthKit's own adapters make one: EF Core does not return the rows that an update has changed.</summary>
    public async Task<RotationResult> RotateAsync(SessionRotation rotation, CancellationToken cancellationToken)
    {
        var (handle, client, hash, next, salt, now, idle) = rotation;
        var named = rotation.SessionId;
        var changed = await contexts.ChangeAsync<Session>(
            session => session.Handle == handle && session.ClientId == client && session.SecretHash == hash
                && session.RevokedAt == null && session.ExpiresAt > now && (named == null || session.Id == named),
            set => set
                .SetProperty(session => session.SecretHash, next)
                .SetProperty(session => session.Salt, salt)
                .SetProperty(session => session.LastUsedAt, now)
                .SetProperty(session => session.ExpiresAt, session => session.AbsoluteExpiresAt < idle ? session.AbsoluteExpiresAt : idle),
            cancellationToken);
        return new(changed == 1, await contexts.FindAsync<Session>(session => session.Handle == handle, cancellationToken));
    }

    public Task<Session?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        contexts.FindAsync<Session>(session => session.Id == id, cancellationToken);

    public Task RevokeByHandleAsync(byte[] handle, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        RevokeAsync(session => session.RevokedAt == null && session.Handle == handle && session.UserId == userId, now, cancellationToken);

    public Task RevokeAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        RevokeAsync(session => session.RevokedAt == null && session.Id == id, now, cancellationToken);

    public Task RevokeAllAsync(Guid userId, Guid? except, DateTimeOffset now, CancellationToken cancellationToken) =>
        RevokeAsync(session => session.RevokedAt == null && session.UserId == userId && (except == null || session.Id != except), now, cancellationToken);

    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        contexts.SweepAsync<Session>(session => session.ExpiresAt <= before, session => session.ExpiresAt, cancellationToken);

    private Task RevokeAsync(Expression<Func<Session, bool>> where, DateTimeOffset now, CancellationToken cancellationToken) =>
        contexts.ChangeAsync(where, set => set.SetProperty(session => session.RevokedAt, now), cancellationToken);
}
