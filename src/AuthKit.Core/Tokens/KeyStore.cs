using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.Tokens.KeyTable;

namespace AuthKit.Tokens;

internal sealed class KeyStore(IRecords records) : IKeyStore
{
    public async Task<IReadOnlyList<KeyRecord>> ListAsync(CancellationToken cancellationToken)
    {
        var keys = await records.ListAsync(Rows, [], orderBy: Generation, limit: 0, cancellationToken);
        return [.. keys.OrderBy(static key => key.Use)];
    }

    public async Task<bool> AddAsync(KeyRecord key, CancellationToken cancellationToken) => await records.InsertAsync(Rows, key, cancellationToken) is null;

    // Not the directory's, without which no tenant's user would be found again.
    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken) =>
        await records.DeleteAsync(Rows, [Id.Is(id), Use.IsNot((int)KeyUse.Directory)], limit: 0, cancellationToken) > 0;

    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        records.DeleteAsync(Rows, [ExpiresAt.AtMost(before)], limit: 0, cancellationToken);
}

internal static class KeyPort
{
    extension(DatabaseLease database)
    {
        public IKeyStore Keys => database.Port<IKeyStore>(static records => new KeyStore(records));
    }
}
