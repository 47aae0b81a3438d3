using AuthKit.Records;

namespace AuthKit.Relational;

/// <summary>Which unique index refused a row, where the engine's error does not tell for certain: looks for the row that stands in the way.</summary>
/// <remarks>The error would tell in the engine's own words, in the server's language, and quoting what a user typed.</remarks>
internal static class DuplicateLookup
{
    /// <param name="records">Where to look.</param>
    /// <param name="table">The table.</param>
    /// <param name="record">The row that was refused.</param>
    /// <param name="certain">Whether it is certain that one of the indexes refused it, so that the last of them needs no look.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where it was none of them.</returns>
    public static async Task<TableIndex?> FindDuplicateAsync<TRecord>(this IRecords records, Table<TRecord> table, TRecord record, bool certain, CancellationToken cancellationToken) where TRecord : class
    {
        // The key comes last, for keys are random and names are not.
        TableIndex[] suspects = [.. table.UniqueIndexes.Skip(1), table.Key];
        foreach (var index in certain ? suspects[..^1] : suspects)
        {
            if (await records.FindTakenAsync(table, index, column => table.ValueOf(record, column), cancellationToken) is not null)
                return index;
        }

        return certain ? table.Key : null;
    }

    /// <inheritdoc cref="FindDuplicateAsync{TRecord}(IRecords, Table{TRecord}, TRecord, bool, CancellationToken)"/>
    public static async Task<TableIndex?> FindDuplicateAsync<TRecord>(this IRecords records, Table<TRecord> table, Condition[] where, Change[] changes, bool certain, CancellationToken cancellationToken) where TRecord : class
    {
        // An index whose columns stay as they are refuses nothing.
        TableIndex[] suspects = [.. table.UniqueIndexes.Where(index => Array.Exists(index.Columns, column => Array.Exists(changes, change => change.Column == column)))];
        foreach (var index in certain ? suspects[..^1] : suspects)
        {
            // What the changes alone do not say, the row says that was to be changed.
            var row = index.Columns.All(column => Array.Exists(changes, change => change.Column == column && change.Setting == Setting.Value))
                ? null
                : await records.FindAsync(table, where, cancellationToken);
            if (await records.FindTakenAsync(table, index, column => NewValue(table, row, column, changes), cancellationToken) is { } other && !Meets(table, other, where))
                return index;
        }

        return certain ? suspects[^1] : null;
    }

    private static async Task<TRecord?> FindTakenAsync<TRecord>(this IRecords records, Table<TRecord> table, TableIndex index, Func<Column, Value> valueOf, CancellationToken cancellationToken) where TRecord : class
    {
        Condition[] taken = [.. index.Columns.Select(column => new Condition(column, Comparison.Equal, valueOf(column)))];
        return Array.Exists(taken, static condition => condition.Value.IsNull) ? null : await records.FindAsync(table, taken, cancellationToken);
    }

    private static Value NewValue<TRecord>(Table<TRecord> table, TRecord? row, Column column, Change[] changes) where TRecord : class
    {
        var old = row is null ? default : table.ValueOf(row, column);
        return Array.Find(changes, change => change.Column == column) switch
        {
            { Column: null } => old,
            { Setting: Setting.Increment } change => old.IsNull ? old : Value.Sum(old, change.Value),
            var change => change.Value,
        };
    }

    /// <summary>Whether a row is the one that was to be changed, by what the conditions say of the key.</summary>
    private static bool Meets<TRecord>(Table<TRecord> table, TRecord row, Condition[] where) where TRecord : class =>
        Array.Exists(where, condition => table.Key.Columns.Contains(condition.Column))
        && Array.TrueForAll(where, condition => !table.Key.Columns.Contains(condition.Column) || table.ValueOf(row, condition.Column).Equals(condition.Value));
}
