using AuthKit.Records;

namespace AuthKit.Queues;

/// <summary>What a table has to have for its rows to be a queue.</summary>
/// <param name="Rows">The table.</param>
/// <param name="Id">The item's id, the key.</param>
/// <param name="DueAt">When the item may next be claimed; an index finds it.</param>
/// <param name="Attempts">How often the item has been claimed.</param>
/// <param name="Claimed">The item as it stands once it is claimed: due at the end of the lease, with one attempt more.</param>
internal sealed record QueueColumns<TItem>(
    Table<TItem> Rows,
    Column<Guid> Id,
    Column<DateTimeOffset> DueAt,
    Column<int> Attempts,
    Func<TItem, DateTimeOffset, TItem> Claimed) where TItem : class, IQueued;
