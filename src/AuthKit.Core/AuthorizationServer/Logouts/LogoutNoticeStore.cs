using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.AuthorizationServer.Logouts.LogoutNoticeTable;

namespace AuthKit.AuthorizationServer.Logouts;

internal sealed class LogoutNoticeStore(IRecords records) : ILogoutNoticeStore
{
    public Task EnqueueAsync(LogoutNotice notice, CancellationToken cancellationToken) => records.InsertAsync(Rows, notice, cancellationToken);

    public async Task<IReadOnlyList<LogoutNotice>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        await records.ListAsync(Rows, [DueAt.AtMost(now)], orderBy: DueAt, limit, cancellationToken);

    public async Task<LogoutNotice?> ClaimAsync(LogoutNotice notice, DateTimeOffset until, CancellationToken cancellationToken) =>
        await ChangeAsync(notice, [DueAt.To(until), Attempts.Plus(1)], cancellationToken) ? notice with { DueAt = until, Attempts = notice.Attempts + 1 } : null;

    public Task PostponeAsync(LogoutNotice claimed, DateTimeOffset until, CancellationToken cancellationToken) =>
        ChangeAsync(claimed, [DueAt.To(until)], cancellationToken);

    public Task RemoveAsync(Guid id, CancellationToken cancellationToken) => records.DeleteAsync(Rows, [Id.Is(id)], limit: 0, cancellationToken);

    // Who claims or postpones a notice changes when it is due: whoever saw it before that changes nothing any more.
    private async Task<bool> ChangeAsync(LogoutNotice seen, Change[] changes, CancellationToken cancellationToken) =>
        (await records.UpdateAsync(Rows, [Id.Is(seen.Id), DueAt.Is(seen.DueAt)], changes, readBy: null, cancellationToken)).Changed == 1;
}

internal static class LogoutNoticePort
{
    extension(DatabaseLease database)
    {
        public ILogoutNoticeStore LogoutNotices => database.Port<ILogoutNoticeStore>(static records => new LogoutNoticeStore(records));
    }
}
