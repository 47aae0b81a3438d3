using AuthKit.Stores;
using static AuthKit.Relational.SqlValue;

namespace AuthKit.Relational.Stores;

internal sealed class ConsentStore(SqlExecutor sql) : IConsentStore
{
    private const string OfUserToClient = "user_id = @user_id AND client_id = @client_id";

    public async Task AddAsync(Guid userId, string clientId, IReadOnlyList<string> scopes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var scope in scopes)
        {
            await sql.TryInsertAsync(
                "INSERT INTO authkit_consents (user_id, client_id, scope, created_at) VALUES (@user_id, @client_id, @scope, @now)",
                [Id("@user_id", userId), Exact("@client_id", clientId), Exact("@scope", scope), Time("@now", now)],
                cancellationToken);
        }
    }

    public async Task<IReadOnlyList<string>> FindAsync(Guid userId, string clientId, CancellationToken cancellationToken) => await sql.ListAsync(
        $"SELECT scope FROM authkit_consents WHERE {OfUserToClient}",
        [Id("@user_id", userId), Exact("@client_id", clientId)],
        static row => row.Exact(0),
        cancellationToken);

    public Task RemoveAsync(Guid userId, string clientId, CancellationToken cancellationToken) => sql.ChangeAsync(
        $"DELETE FROM authkit_consents WHERE {OfUserToClient}",
        [Id("@user_id", userId), Exact("@client_id", clientId)],
        cancellationToken);
}
