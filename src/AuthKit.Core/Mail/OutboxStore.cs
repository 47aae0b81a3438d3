using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.Mail.OutboxTable;

namespace AuthKit.Mail;

internal sealed class OutboxStore(IRecords records) : IOutboxStore
{
    // The largest time that every supported engine can hold.
    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Task EnqueueAsync(OutboxMail mail, CancellationToken cancellationToken) => records.InsertAsync(Rows, mail, cancellationToken);

    public async Task<IReadOnlyList<OutboxMail>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        await records.ListAsync(Rows, [DueAt.AtMost(now)], orderBy: DueAt, limit, cancellationToken);

    public async Task<OutboxMail?> ClaimAsync(OutboxMail mail, DateTimeOffset until, CancellationToken cancellationToken) =>
        await ChangeAsync(mail, [DueAt.To(until), Attempts.Plus(1)], cancellationToken) ? mail with { DueAt = until, Attempts = mail.Attempts + 1 } : null;

    public Task PostponeAsync(OutboxMail claimed, DateTimeOffset until, CancellationToken cancellationToken) =>
        ChangeAsync(claimed, [DueAt.To(until)], cancellationToken);

    public Task BuryAsync(OutboxMail claimed, DateTimeOffset now, CancellationToken cancellationToken) =>
        ChangeAsync(claimed, [DueAt.To(Never), DeadAt.To(now), ProtectedData.To(null)], cancellationToken);

    public Task RemoveAsync(Guid id, CancellationToken cancellationToken) => records.DeleteAsync(Rows, [Id.Is(id)], limit: 0, cancellationToken);

    public Task<int> DeleteEnqueuedAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        records.SweepAsync(Rows, [CreatedAt.AtMost(before)], cancellationToken);

    // Who claims, postpones or buries a mail changes when it is due: whoever saw it before that changes nothing any more.
    private async Task<bool> ChangeAsync(OutboxMail seen, Change[] changes, CancellationToken cancellationToken) =>
        (await records.UpdateAsync(Rows, [Id.Is(seen.Id), DueAt.Is(seen.DueAt)], changes, readBy: null, cancellationToken)).Changed == 1;
}

internal static class OutboxPort
{
    extension(DatabaseLease database)
    {
        public IOutboxStore Outbox => database.Port<IOutboxStore>(static records => new OutboxStore(records));
    }
}
