namespace AuthKit.Records;

/// <summary>Removes what has expired, some rows at a time, so that no sign-in waits for a long lock.</summary>
internal static class Sweeping
{
    private const int Batch = 500;

    /// <returns>The number of rows removed.</returns>
    public static async Task<int> SweepAsync<TRecord>(this IRecords records, Table<TRecord> table, Condition[] expired, CancellationToken cancellationToken) where TRecord : class
    {
        var all = 0;
        int some;
        do
            all += some = await records.DeleteAsync(table, expired, Batch, cancellationToken);
        while (some == Batch);
        return all;
    }
}
