using AuthKit.Databases;
using AuthKit.Grants;
using AuthKit.Records;
using AuthKit.Sessions;
using AuthKit.Tokens;
using AuthKit.Users.Attempts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>Deletes the sessions, grants, keys and counts of failures whose TTL is over, so that nothing grows with past sign-ins, and then closes the tenants' databases that nobody uses.</summary>
internal sealed class Sweeper(HomeDatabase home, TenantDatabases tenants, IOptions<AuthKitOptions> options, TimeProvider time, ILogger<Sweeper> logger) : BackgroundService
{
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var idle = options.Value.TenantDatabases.IdleTimeout;
        using var timer = new PeriodicTimer(idle < LongestInterval ? idle : LongestInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            await SweepAsync(home.GetAsync(stoppingToken), stoppingToken);
            foreach (var database in tenants.LeaseOpen())
                await SweepAsync(new(database), stoppingToken);

            await tenants.CloseIdleAsync(stoppingToken);
        }
    }

    private async Task SweepAsync(ValueTask<DatabaseLease> opening, CancellationToken cancellationToken)
    {
        try
        {
            await using var database = await opening;
            var now = time.GetUtcNow();
            var sessions = await database.Sessions.DeleteExpiredAsync(now, cancellationToken);
            var grants = await database.Grants.DeleteExpiredAsync(now, cancellationToken);
            await database.Keys.DeleteExpiredAsync(now, cancellationToken);
            await database.Attempts.DeleteExpiredAsync(now, cancellationToken);
            logger.Swept(sessions, grants);
        }
        catch (StoreUnavailableException e)
        {
            logger.SweepFailed(e.Message);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // One database that is not as it should be must not end the sweeping of the others, nor the host.
            logger.SweepFailed(e.GetType().Name);
        }
    }
}
