using System.Data.Common;

namespace AuthKit.SqlServer;

/// <summary>
/// The driver's connections, had in time or not at all. Where a server takes a connection and says nothing, SqlClient's callers
/// wait for one another's time limits.
/// </summary>
/// <param name="driver">The driver's connections; disposed with this.</param>
/// <param name="connectTimeout">How long a caller waits for one, before <see cref="TimeoutException"/>; zero is without end, as the driver has it.</param>
internal sealed class TimelyDataSource(DbDataSource driver, TimeSpan connectTimeout) : DbDataSource
{
    /// <inheritdoc/>
    public override string ConnectionString => driver.ConnectionString;

    /// <inheritdoc/>
    protected override DbConnection CreateDbConnection() => driver.CreateConnection();

    /// <inheritdoc/>
    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(connectTimeout == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : connectTimeout);
        var opening = driver.OpenConnectionAsync(limit.Token).AsTask();
        try
        {
            return await opening.WaitAsync(limit.Token);
        }
        catch (Exception e) when (limit.IsCancellationRequested)
        {
            _ = GiveBackAsync(opening);
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException("The server did not answer in time.", e);
        }
    }

    /// <summary>Nobody waits any more for a connection that comes too late.</summary>
    private static async Task GiveBackAsync(Task<DbConnection> opening)
    {
        try
        {
            await using var late = await opening;
        }
        catch (Exception)
        {
            // It did not come at all, as whoever asked has been told.
        }
    }

    /// <inheritdoc/>
    protected override ValueTask DisposeAsyncCore() => driver.DisposeAsync();
}
