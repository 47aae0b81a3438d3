namespace AuthKit.Records;

/// <summary>Rows in a database: what an adapter implements, whatever the rows are.</summary>
/// <remarks>
/// A call is one round trip and atomic by itself: what it compares and what it writes, no other call comes between. Every
/// member throws <see cref="StoreUnavailableException"/> where the database cannot be reached and
/// <see cref="OperationCanceledException"/> where the caller gave up; duplicates and lost races come back as values.
/// </remarks>
public interface IRecords
{
    /// <summary>Adds a row.</summary>
    /// <returns>The unique index that has the row's values already; null where the row was added.</returns>
    Task<TableIndex?> InsertAsync<TRecord>(Table<TRecord> table, TRecord record, CancellationToken cancellationToken) where TRecord : class;

    /// <summary>Reads a row that meets the conditions.</summary>
    /// <returns>Null where none does.</returns>
    Task<TRecord?> FindAsync<TRecord>(Table<TRecord> table, Condition[] where, CancellationToken cancellationToken) where TRecord : class;

    /// <summary>Reads the rows that meet the conditions.</summary>
    /// <param name="table">The table.</param>
    /// <param name="where">The conditions; none for all rows.</param>
    /// <param name="orderBy">What to order by, for pages together with a condition on the column: <see cref="Column{T}.After"/>, or <see cref="Column{T}.Before"/> where it is descending; null for any order.</param>
    /// <param name="limit">The most rows; 0 for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<List<TRecord>> ListAsync<TRecord>(Table<TRecord> table, Condition[] where, Order? orderBy, int limit, CancellationToken cancellationToken) where TRecord : class;

    /// <summary>Changes the rows that meet the conditions, atomically row by row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="where">The conditions, at least one.</param>
    /// <param name="changes">The changes, at least one.</param>
    /// <param name="readBy">
    /// A column with a unique index, of which one of the conditions says the value: the row with it is read afterwards in the
    /// same round trip, whether or not it was changed. Null for none.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Updated<TRecord>> UpdateAsync<TRecord>(Table<TRecord> table, Condition[] where, Change[] changes, Column? readBy, CancellationToken cancellationToken) where TRecord : class;

    /// <summary>
    /// Changes the rows that meet the conditions and reads one of them, as the other form does, and the row that this one refers
    /// to. An engine may do it in one round trip, and then overrides this; without, it costs two.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="where">The conditions, at least one.</param>
    /// <param name="changes">The changes, at least one.</param>
    /// <param name="readBy">A column with a unique index, of which one of the conditions says the value.</param>
    /// <param name="follow">Which row of another table is read after it: never one from before the update.</param>
    /// <param name="cancellationToken">Gives up.</param>
    async Task<Followed<TRecord, TOther>> UpdateAsync<TRecord, TOther>(Table<TRecord> table, Condition[] where, Change[] changes, Column readBy, Reference<TOther> follow, CancellationToken cancellationToken)
        where TRecord : class
        where TOther : class
    {
        var updated = await UpdateAsync(table, where, changes, readBy, cancellationToken);
        return new(updated, updated.Row is null ? null : await this.FollowAsync(table, updated.Row, follow, cancellationToken));
    }

    /// <summary>Removes the rows that meet the conditions.</summary>
    /// <param name="table">The table.</param>
    /// <param name="where">The conditions, at least one.</param>
    /// <param name="limit">The most rows, so that no lock is held for long; 0 for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The number of rows removed.</returns>
    Task<int> DeleteAsync<TRecord>(Table<TRecord> table, Condition[] where, int limit, CancellationToken cancellationToken) where TRecord : class;
}
