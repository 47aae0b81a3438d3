using AuthKit.Records;

namespace AuthKit.Relational;

/// <summary>Which unique index refused a row, where the engine's error does not tell for certain: looks for the row that stands in the way.</summary>
/// <remarks>The error would tell in the engine's own words, in the server's language, and quoting what a user typed.</remarks>
internal static class DuplicateLookup
{
    /// <returns>Null where it is none of the suspects.</returns>
    public static async Task<TableIndex?> FindDuplicateAsync<TRecord>(this IRecords records, Table<TRecord> table, IEnumerable<TableIndex> suspects, TRecord record, CancellationToken cancellationToken) where TRecord : class
    {
        foreach (var index in suspects)
        {
            Condition[] taken = [.. index.Columns.Select(column => new Condition(column, Comparison.Equal, table.ValueOf(record, column)))];
            if (!Array.Exists(taken, static condition => condition.Value.IsNull) && await records.FindAsync(table, taken, cancellationToken) is not null)
                return index;
        }

        return null;
    }

    /// <inheritdoc cref="FindDuplicateAsync{TRecord}(IRecords, Table{TRecord}, IEnumerable{TableIndex}, TRecord, CancellationToken)"/>
    public static async Task<TableIndex?> FindDuplicateAsync<TRecord>(this IRecords records, Table<TRecord> table, IEnumerable<TableIndex> suspects, Condition[] where, Change[] changes, CancellationToken cancellationToken) where TRecord : class
    {
        foreach (var index in suspects)
        {
            Condition[] taken = [.. from column in index.Columns from change in changes where change.Column == column && !change.Value.IsNull select new Condition(column, Comparison.Equal, change.Value)];
            if (taken.Length == index.Columns.Length && await records.FindAsync(table, taken, cancellationToken) is { } other && !Meets(table, other, where))
                return index;
        }

        return null;
    }

    /// <summary>Whether a row is the one that was to be changed, by what the conditions say of the key.</summary>
    private static bool Meets<TRecord>(Table<TRecord> table, TRecord row, Condition[] where) where TRecord : class =>
        Array.Exists(where, condition => table.Key.Columns.Contains(condition.Column))
        && Array.TrueForAll(where, condition => !table.Key.Columns.Contains(condition.Column) || table.ValueOf(row, condition.Column).Equals(condition.Value));
}
