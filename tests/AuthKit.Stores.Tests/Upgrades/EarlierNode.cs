using AuthKit.Grants;
using AuthKit.Relational;
using AuthKit.Sessions;
using static AuthKit.Relational.SqlValue;

namespace AuthKit.Stores.Tests.Upgrades;

/// <summary>A node of the release whose schema was version 2: what it sent of sessions and grants, to the letter.</summary>
internal sealed class EarlierNode(SqlExecutor sql)
{
    private const string SessionColumns =
        "id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at";

    private const string GrantColumns = "handle, kind, secret_hash, user_id, created_at, expires_at, consumed_at";

    public Task AddAsync(Session session) => sql.ChangeAsync(
        $"""
        INSERT INTO authkit_sessions ({SessionColumns})
        VALUES (@id, @user_id, @client_id, @scope, @handle, @secret_hash, @salt, @created_at, @last_used_at, @expires_at, @absolute_expires_at, @revoked_at)
        """,
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
        ],
        default);

    public Task AddAsync(Grant grant) => sql.ChangeAsync(
        $"INSERT INTO authkit_grants ({GrantColumns}) VALUES (@handle, @kind, @secret_hash, @user_id, @created_at, @expires_at, @consumed_at)",
        [
            Binary("@handle", grant.Handle),
            Integer("@kind", (int)grant.Kind),
            Binary("@secret_hash", grant.SecretHash),
            Id("@user_id", grant.UserId),
            Time("@created_at", grant.CreatedAt),
            Time("@expires_at", grant.ExpiresAt),
            Time("@consumed_at", grant.ConsumedAt),
        ],
        default);

    /// <returns>The scope, where the session is there.</returns>
    public Task<string?> FindAsync(Session session) =>
        sql.FirstAsync($"SELECT {SessionColumns} FROM authkit_sessions WHERE id = @id", [Id("@id", session.Id)], static row => row.Text(3), default);

    /// <returns>Whose it is, where the grant is there.</returns>
    public Task<Guid?> FindAsync(Grant grant) => sql.FirstAsync(
        $"SELECT {GrantColumns} FROM authkit_grants WHERE handle = @handle",
        [Binary("@handle", grant.Handle)],
        static row => (Guid?)row.Id(3),
        default);
}
