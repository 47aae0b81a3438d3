using AuthKit.Grants;
using AuthKit.Stores;
using static AuthKit.Relational.SqlValue;

namespace AuthKit.Relational.Stores;

internal sealed class GrantStore(SqlExecutor sql) : IGrantStore
{
    private const string Columns = "handle, kind, secret_hash, user_id, created_at, expires_at, consumed_at, client_id, data";

    private const string Consume = "UPDATE authkit_grants SET consumed_at = @now WHERE consumed_at IS NULL AND expires_at > @now";

    private const string Insert =
        $"""
        INSERT INTO authkit_grants ({Columns})
        VALUES (@handle, @kind, @secret_hash, @user_id, @created_at, @expires_at, @consumed_at, @client_id, @data)
        """;

    public Task<bool> CreateAsync(Grant grant, CancellationToken cancellationToken) => sql.TryInsertAsync(
        Insert,
        [
            Binary("@handle", grant.Handle),
            Integer("@kind", (int)grant.Kind),
            Binary("@secret_hash", grant.SecretHash),
            Id("@user_id", grant.UserId),
            Time("@created_at", grant.CreatedAt),
            Time("@expires_at", grant.ExpiresAt),
            Time("@consumed_at", grant.ConsumedAt),
            Exact("@client_id", grant.ClientId),
            Binary("@data", grant.Data),
        ],
        cancellationToken);

    public Task<Grant?> FindAsync(byte[] handle, CancellationToken cancellationToken) =>
        sql.FirstAsync($"SELECT {Columns} FROM authkit_grants WHERE handle = @handle", [Binary("@handle", handle)], Read, cancellationToken);

    public async Task<bool> ConsumeAsync(byte[] handle, byte[] secretHash, DateTimeOffset now, CancellationToken cancellationToken) => await sql.ChangeAsync(
        $"{Consume} AND handle = @handle AND secret_hash = @secret_hash",
        [Time("@now", now), Binary("@handle", handle), Binary("@secret_hash", secretHash)],
        cancellationToken) == 1;

    public Task ConsumeAllAsync(Guid userId, GrantKind kind, DateTimeOffset now, CancellationToken cancellationToken) => sql.ChangeAsync(
        $"{Consume} AND user_id = @user_id AND kind = @kind",
        [Time("@now", now), Id("@user_id", userId), Integer("@kind", (int)kind)],
        cancellationToken);

    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        sql.SweepAsync("authkit_grants", "handle", before, cancellationToken);

    private static Grant Read(SqlRow row) => new()
    {
        Handle = row.Binary(0),
        Kind = (GrantKind)row.Integer(1),
        SecretHash = row.Binary(2),
        UserId = row.Id(3),
        CreatedAt = row.Time(4),
        ExpiresAt = row.Time(5),
        ConsumedAt = row.TimeOrNull(6),
        ClientId = row.ExactOrNull(7),
        Data = row.BinaryOrNull(8),
    };
}
