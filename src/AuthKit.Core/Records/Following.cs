namespace AuthKit.Records;

internal static class Following
{
    /// <summary>The row that a row refers to, in a round trip of its own; null where there is none.</summary>
    public static async Task<TOther?> FollowAsync<TRecord, TOther>(this IRecords records, Table<TRecord> table, TRecord row, Reference<TOther> reference, CancellationToken cancellationToken)
        where TRecord : class
        where TOther : class =>
        table.ValueOf(row, reference.Column) is { IsNull: false } key
            ? await records.FindAsync(reference.Table, [new(reference.Key, Comparison.Equal, key)], cancellationToken)
            : null;
}
