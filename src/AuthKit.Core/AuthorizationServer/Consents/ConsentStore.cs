using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.AuthorizationServer.Consents.ConsentTable;

namespace AuthKit.AuthorizationServer.Consents;

internal sealed class ConsentStore(IRecords records) : IConsentStore
{
    public async Task AddAsync(Guid userId, string clientId, IReadOnlyList<string> scopes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var scope in scopes)
            await records.InsertAsync(Rows, new(userId, clientId, scope, now), cancellationToken);
    }

    public async Task<IReadOnlyList<string>> FindAsync(Guid userId, string clientId, CancellationToken cancellationToken)
    {
        var consents = await records.ListAsync(Rows, [UserId.Is(userId), ClientId.Is(clientId)], orderBy: null, limit: 0, cancellationToken);
        return consents.ConvertAll(static consent => consent.Scope);
    }

    public async Task<IReadOnlyList<Consent>> ListAsync(Guid userId, int limit, CancellationToken cancellationToken) =>
        await records.ListAsync(Rows, [UserId.Is(userId)], orderBy: null, limit, cancellationToken);

    public async Task<bool> RemoveAsync(Guid userId, string clientId, CancellationToken cancellationToken) =>
        await records.DeleteAsync(Rows, [UserId.Is(userId), ClientId.Is(clientId)], limit: 0, cancellationToken) > 0;
}

internal static class ConsentPort
{
    extension(DatabaseLease database)
    {
        public IConsentStore Consents => database.Port<IConsentStore>(static records => new ConsentStore(records));
    }
}
