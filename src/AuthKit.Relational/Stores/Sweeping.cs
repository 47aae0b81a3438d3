using static AuthKit.Relational.SqlValue;

namespace AuthKit.Relational.Stores;

/// <summary>Removes what has expired, some rows at a time, so that no sign-in waits for a long lock.</summary>
internal static class Sweeping
{
    private const int Batch = 500;

    public static async Task<int> SweepAsync(this SqlExecutor sql, string table, string key, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var statement = sql.Dialect.DeleteSome(table, key, "expires_at <= @before", Batch);
        var all = 0;
        int some;
        do
        {
            some = await sql.ChangeAsync(statement, [Time("@before", before)], cancellationToken);
            all += some;
        }
        while (some == Batch);
        return all;
    }
}
