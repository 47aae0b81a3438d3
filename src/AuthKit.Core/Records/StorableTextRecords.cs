namespace AuthKit.Records;

/// <summary>
/// Rows of any engine, of which no text is asked that none could hold (<see cref="StorableText"/>): a condition on such text
/// meets nothing, without a round trip, and writing it is an error of the caller's, which the edge prevents.
/// </summary>
internal sealed class StorableTextRecords(IRecords rows) : IRecords
{
    public Task<TableIndex?> InsertAsync<TRecord>(Table<TRecord> table, TRecord record, CancellationToken cancellationToken) where TRecord : class
    {
        foreach (var column in table.Columns)
            Check(column, table.ValueOf(record, column));
        return rows.InsertAsync(table, record, cancellationToken);
    }

    public Task<TRecord?> FindAsync<TRecord>(Table<TRecord> table, Condition[] where, CancellationToken cancellationToken) where TRecord : class =>
        CanBeMet(where) ? rows.FindAsync(table, Storable(where), cancellationToken) : Nothing<TRecord?>(null, cancellationToken);

    public Task<List<TRecord>> ListAsync<TRecord>(Table<TRecord> table, Condition[] where, Order? orderBy, int limit, CancellationToken cancellationToken) where TRecord : class =>
        CanBeMet(where) ? rows.ListAsync(table, Storable(where), orderBy, limit, cancellationToken) : Nothing<List<TRecord>>([], cancellationToken);

    public async Task<Updated<TRecord>> UpdateAsync<TRecord>(Table<TRecord> table, Condition[] where, Change[] changes, Column? readBy, CancellationToken cancellationToken) where TRecord : class
    {
        foreach (var change in changes)
            Check(change.Column, change.Value);
        if (CanBeMet(where))
            return await rows.UpdateAsync(table, Storable(where), changes, readBy, cancellationToken);
        // Nothing is changed; the row that is read all the same may well be there.
        Condition[] read = [.. where.Where(condition => condition.Column == readBy)];
        return new(0, read.Length == 0 ? null : await FindAsync(table, read, cancellationToken));
    }

    public async Task<Followed<TRecord, TOther>> UpdateAsync<TRecord, TOther>(Table<TRecord> table, Condition[] where, Change[] changes, Column readBy, Reference<TOther> follow, CancellationToken cancellationToken)
        where TRecord : class
        where TOther : class
    {
        foreach (var change in changes)
            Check(change.Column, change.Value);
        if (CanBeMet(where))
            return await rows.UpdateAsync(table, Storable(where), changes, readBy, follow, cancellationToken);
        var updated = await UpdateAsync(table, where, changes, readBy, cancellationToken);
        return new(updated, updated.Row is null ? null : await rows.FollowAsync(table, updated.Row, follow, cancellationToken));
    }

    public Task<int> DeleteAsync<TRecord>(Table<TRecord> table, Condition[] where, int limit, CancellationToken cancellationToken) where TRecord : class =>
        CanBeMet(where) ? rows.DeleteAsync(table, Storable(where), limit, cancellationToken) : Nothing(0, cancellationToken);

    private static bool CanBeMet(Condition[] where) => Array.TrueForAll(where, static condition => StorableText.Is(condition.Column, condition.Value));

    // Of several values, those that can be there are looked for.
    private static Condition[] Storable(Condition[] where) =>
        Array.TrueForAll(where, static condition => condition.Values is null || Array.TrueForAll(condition.Values, value => StorableText.Is(condition.Column, value)))
            ? where
            : Array.ConvertAll(where, static condition => condition with { Values = condition.Values is null ? null : Array.FindAll(condition.Values, value => StorableText.Is(condition.Column, value)) });

    private static void Check(Column column, Value value)
    {
        if (!StorableText.Is(column, value))
            throw new ArgumentException($"The text for {column} has U+0000 or half a surrogate pair in it, which not every database holds.", nameof(value));
    }

    private static Task<T> Nothing<T>(T nothing, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<T>(cancellationToken) : Task.FromResult(nothing);
}
