using AuthKit.Sessions;
using AuthKit.Stores;

namespace AuthKit.Conformance.InMemory;

internal sealed class InMemorySessions : ISessionStore
{
    private readonly Rows<Session> _sessions = new();

    public Task CreateAsync(Session session, CancellationToken cancellationToken) => _sessions.DoAsync(sessions =>
    {
        sessions.Add(session);
        return true;
    }, cancellationToken);

    public Task<RotationResult> RotateAsync(SessionRotation rotation, CancellationToken cancellationToken) => _sessions.DoAsync(sessions =>
    {
        var index = sessions.FindIndex(session => session.Handle.AsSpan().SequenceEqual(rotation.Handle));
        if (index < 0)
            return new RotationResult(false, null);
        if (!Accepts(sessions[index], rotation))
            return new(false, sessions[index]);
        var session = sessions[index];
        sessions[index] = session with
        {
            SecretHash = rotation.NextSecretHash,
            Salt = rotation.Salt,
            LastUsedAt = rotation.Now,
            ExpiresAt = rotation.IdleExpiry < session.AbsoluteExpiresAt ? rotation.IdleExpiry : session.AbsoluteExpiresAt,
        };
        return new(true, sessions[index]);
    }, cancellationToken);

    public Task<Session?> FindAsync(Guid id, CancellationToken cancellationToken) => _sessions.FindAsync(session => session.Id == id, cancellationToken);

    public Task RevokeByHandleAsync(byte[] handle, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        RevokeAsync(session => session.UserId == userId && session.Handle.AsSpan().SequenceEqual(handle), now, cancellationToken);

    public Task RevokeAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        RevokeAsync(session => session.Id == id, now, cancellationToken);

    public Task RevokeAllAsync(Guid userId, Guid? except, DateTimeOffset now, CancellationToken cancellationToken) =>
        RevokeAsync(session => session.UserId == userId && session.Id != except, now, cancellationToken);

    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        _sessions.RemoveAsync(session => session.ExpiresAt <= before, cancellationToken);

    private Task RevokeAsync(Predicate<Session> condition, DateTimeOffset now, CancellationToken cancellationToken) =>
        _sessions.ChangeAsync(session => session.RevokedAt is null && condition(session), session => session with { RevokedAt = now }, cancellationToken);

    private static bool Accepts(Session session, SessionRotation rotation) =>
        session.ClientId == rotation.ClientId
        && (rotation.SessionId is null || rotation.SessionId == session.Id)
        && session.SecretHash is { } hash && hash.AsSpan().SequenceEqual(rotation.SecretHash)
        && session.IsActive(rotation.Now);
}
