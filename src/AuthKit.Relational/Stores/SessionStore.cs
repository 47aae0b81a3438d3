using AuthKit.Sessions;
using AuthKit.Stores;
using static AuthKit.Relational.SqlValue;

namespace AuthKit.Relational.Stores;

internal sealed class SessionStore(SqlExecutor sql) : ISessionStore
{
    private const string Columns =
        "id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at";

    private const string Insert =
        $"""
        INSERT INTO authkit_sessions ({Columns})
        VALUES (@id, @user_id, @client_id, @scope, @handle, @secret_hash, @salt, @created_at, @last_used_at, @expires_at, @absolute_expires_at, @revoked_at,
            @authenticated_at)
        """;

    private const string Rotate =
        """
        UPDATE authkit_sessions
        SET secret_hash = @next, salt = @salt, last_used_at = @now,
            expires_at = CASE WHEN absolute_expires_at < @idle THEN absolute_expires_at ELSE @idle END
        WHERE handle = @handle AND client_id = @client_id AND secret_hash = @secret_hash AND revoked_at IS NULL AND expires_at > @now
        """;

    private const string SelectByHandle = $"SELECT {Columns} FROM authkit_sessions WHERE handle = @handle";

    private const string Revoke = "UPDATE authkit_sessions SET revoked_at = @now WHERE revoked_at IS NULL";

    private readonly string _rotate = sql.Dialect.UpdateAndSelect(Rotate, SelectByHandle);
    private readonly string _rotateNamed = sql.Dialect.UpdateAndSelect($"{Rotate} AND id = @id", SelectByHandle);

    public Task CreateAsync(Session session, CancellationToken cancellationToken) => sql.ChangeAsync(
        Insert,
        [
            Id("@id", session.Id),
            Id("@user_id", session.UserId),
            Exact("@client_id", session.ClientId),
            Text("@scope", session.Scope),
            Binary("@handle", session.Handle),
            Binary("@secret_hash", session.SecretHash),
            Binary("@salt", session.Salt),
            Time("@created_at", session.CreatedAt),
            Time("@last_used_at", session.LastUsedAt),
            Time("@expires_at", session.ExpiresAt),
            Time("@absolute_expires_at", session.AbsoluteExpiresAt),
            Time("@revoked_at", session.RevokedAt),
            Time("@authenticated_at", session.AuthenticatedAt),
        ],
        cancellationToken);

    public async Task<RotationResult> RotateAsync(SessionRotation rotation, CancellationToken cancellationToken)
    {
        SqlValue[] named = rotation.SessionId is { } id ? [Id("@id", id)] : [];
        var (changed, session) = await sql.ChangeAndReadAsync(
            rotation.SessionId is null ? _rotate : _rotateNamed,
            [
                Binary("@handle", rotation.Handle),
                Exact("@client_id", rotation.ClientId),
                Binary("@secret_hash", rotation.SecretHash),
                Binary("@next", rotation.NextSecretHash),
                Binary("@salt", rotation.Salt),
                Time("@now", rotation.Now),
                Time("@idle", rotation.IdleExpiry),
                .. named,
            ],
            Read,
            cancellationToken);
        return new(changed == 1, session);
    }

    public Task<Session?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        sql.FirstAsync($"SELECT {Columns} FROM authkit_sessions WHERE id = @id", [Id("@id", id)], Read, cancellationToken);

    public Task RevokeByHandleAsync(byte[] handle, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) => sql.ChangeAsync(
        $"{Revoke} AND handle = @handle AND user_id = @user_id",
        [Time("@now", now), Binary("@handle", handle), Id("@user_id", userId)],
        cancellationToken);

    public Task RevokeAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        sql.ChangeAsync($"{Revoke} AND id = @id", [Time("@now", now), Id("@id", id)], cancellationToken);

    public Task RevokeAllAsync(Guid userId, Guid? except, DateTimeOffset now, CancellationToken cancellationToken) => except is { } kept
        ? sql.ChangeAsync($"{Revoke} AND user_id = @user_id AND id <> @kept", [Time("@now", now), Id("@user_id", userId), Id("@kept", kept)], cancellationToken)
        : sql.ChangeAsync($"{Revoke} AND user_id = @user_id", [Time("@now", now), Id("@user_id", userId)], cancellationToken);

    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        sql.SweepAsync("authkit_sessions", "id", before, cancellationToken);

    private static Session Read(SqlRow row) => new()
    {
        Id = row.Id(0),
        UserId = row.Id(1),
        ClientId = row.Exact(2),
        Scope = row.Text(3),
        Handle = row.Binary(4),
        SecretHash = row.BinaryOrNull(5),
        Salt = row.BinaryOrNull(6),
        CreatedAt = row.Time(7),
        LastUsedAt = row.Time(8),
        ExpiresAt = row.Time(9),
        AbsoluteExpiresAt = row.Time(10),
        RevokedAt = row.TimeOrNull(11),
        AuthenticatedAt = row.TimeOrNull(12),
    };
}
