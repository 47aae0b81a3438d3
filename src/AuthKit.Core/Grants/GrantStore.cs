using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.Grants.GrantTable;

namespace AuthKit.Grants;

internal sealed class GrantStore(IRecords records) : IGrantStore
{
    public async Task<bool> CreateAsync(Grant grant, CancellationToken cancellationToken) => await records.InsertAsync(Rows, grant, cancellationToken) is null;

    public Task<Grant?> FindAsync(byte[] handle, CancellationToken cancellationToken) => records.FindAsync(Rows, [Handle.Is(handle)], cancellationToken);

    public async Task<bool> ConsumeAsync(byte[] handle, byte[] secretHash, DateTimeOffset now, CancellationToken cancellationToken) =>
        await ConsumeAsync([Handle.Is(handle), SecretHash.Is(secretHash), ConsumedAt.IsNull, ExpiresAt.After(now)], now, cancellationToken) == 1;

    public Task ConsumeAllAsync(Guid userId, GrantKind kind, DateTimeOffset now, CancellationToken cancellationToken) =>
        ConsumeAsync([UserId.Is(userId), Kind.Is((int)kind), ConsumedAt.IsNull, ExpiresAt.After(now)], now, cancellationToken);

    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        records.SweepAsync(Rows, [ExpiresAt.AtMost(before)], cancellationToken);

    private async Task<int> ConsumeAsync(Condition[] where, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await records.UpdateAsync(Rows, where, [ConsumedAt.To(now)], readBy: null, cancellationToken)).Changed;
}

internal static class GrantPort
{
    extension(DatabaseLease database)
    {
        public IGrantStore Grants => database.Port<IGrantStore>(static records => new GrantStore(records));
    }
}
