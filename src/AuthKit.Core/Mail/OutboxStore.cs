using AuthKit.Databases;
using AuthKit.Queues;
using AuthKit.Records;
using static AuthKit.Mail.OutboxTable;

namespace AuthKit.Mail;

internal sealed class OutboxStore(IRecords records) : QueueStore<OutboxMail>(records, Queue), IOutboxStore
{
    // The largest time that every supported engine can hold.
    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Task BuryAsync(OutboxMail claimed, DateTimeOffset now, CancellationToken cancellationToken) =>
        ChangeAsync(claimed, [DueAt.To(Never), DeadAt.To(now), ProtectedData.To(null)], cancellationToken);

    public Task<int> DeleteEnqueuedAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        Records.SweepAsync(Rows, [CreatedAt.AtMost(before)], cancellationToken);
}

internal static class OutboxPort
{
    extension(DatabaseLease database)
    {
        public IOutboxStore Outbox => database.Port<IOutboxStore>(static records => new OutboxStore(records));
    }
}
