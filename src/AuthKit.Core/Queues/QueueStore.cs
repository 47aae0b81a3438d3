using AuthKit.Records;

namespace AuthKit.Queues;

/// <summary>A queue in a table, or one lane of it.</summary>
/// <param name="records">The home database's rows.</param>
/// <param name="columns">The table.</param>
/// <param name="lane">What tells the lane's rows apart; none where the whole table is one.</param>
internal class QueueStore<TItem>(IRecords records, QueueColumns<TItem> columns, params Condition[] lane) : IQueueStore<TItem> where TItem : class, IQueued
{
    protected IRecords Records => records;

    public Task EnqueueAsync(TItem item, CancellationToken cancellationToken) => records.InsertAsync(columns.Rows, item, cancellationToken);

    public async Task<IReadOnlyList<TItem>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        await records.ListAsync(columns.Rows, [.. lane, columns.DueAt.AtMost(now)], orderBy: columns.DueAt, limit, cancellationToken);

    public async Task<TItem?> ClaimAsync(TItem item, DateTimeOffset until, CancellationToken cancellationToken) =>
        await ChangeAsync(item, [columns.DueAt.To(until), columns.Attempts.Plus(1)], cancellationToken) ? columns.Claimed(item, until) : null;

    public Task PostponeAsync(TItem claimed, DateTimeOffset until, CancellationToken cancellationToken) =>
        ChangeAsync(claimed, [columns.DueAt.To(until)], cancellationToken);

    public Task RemoveAsync(Guid id, CancellationToken cancellationToken) => records.DeleteAsync(columns.Rows, [columns.Id.Is(id)], limit: 0, cancellationToken);

    /// <summary>Changes an item that stands as it was seen. Who claims, postpones or buries one changes when it is due: whoever saw it before that changes nothing any more.</summary>
    protected async Task<bool> ChangeAsync(TItem seen, Change[] changes, CancellationToken cancellationToken) =>
        (await records.UpdateAsync(columns.Rows, [columns.Id.Is(seen.Id), columns.DueAt.Is(seen.DueAt)], changes, readBy: null, cancellationToken)).Changed == 1;
}
