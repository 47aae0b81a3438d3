using AuthKit.Stores;
using AuthKit.Tokens;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AuthKit.Hosting;

/// <summary>Takes away what has expired, so that nothing grows with past sign-ins.</summary>
internal sealed class Sweeper(Databases databases, TimeProvider time, ILogger<Sweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            foreach (var database in databases.Opened)
                await SweepAsync(database, stoppingToken);
        }
    }

    private async Task SweepAsync(IDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            var now = time.GetUtcNow();
            var sessions = await database.Sessions.DeleteExpiredAsync(now, cancellationToken);
            var grants = await database.Grants.DeleteExpiredAsync(now, cancellationToken);
            await database.Keys.DeleteExpiredAsync(now, cancellationToken);
            logger.Swept(sessions, grants);
        }
        catch (StoreUnavailableException e)
        {
            logger.SweepFailed(e.Message);
        }
    }
}
