namespace AuthKit.Records;

/// <summary>Removes what has expired, some rows at a time, so that no sign-in waits for a long lock.</summary>
internal static class Sweeping
{
    private const int Batch = 500;

    /// <summary>What is left after so many goes with the next sweep: a database that says each time that there is more must not be swept for ever.</summary>
    private const int MaxBatches = 2000;

    /// <returns>The number of rows removed.</returns>
    public static async Task<int> SweepAsync<TRecord>(this IRecords records, Table<TRecord> table, Condition[] expired, CancellationToken cancellationToken) where TRecord : class
    {
        var all = 0;
        for (var batch = 0; batch < MaxBatches; batch++)
        {
            var some = await records.DeleteAsync(table, expired, Batch, cancellationToken);
            all += some;
            if (some != Batch)
                break;
        }

        return all;
    }
}
