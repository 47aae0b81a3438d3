using AuthKit.Databases;
using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Records;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users.Attempts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>Deletes the sessions, grants, keys, mails and counts of failures whose TTL is over, so that nothing grows with past sign-ins, and then closes the tenants' databases that nobody uses.</summary>
internal sealed class Sweeper(HomeDatabase home, TenantDatabases tenants, IEnumerable<ISweepable> others, IOptions<AuthKitOptions> options, TimeProvider time, ILogger<Sweeper> logger) : BackgroundService
{
    /// <summary>How many tenants' databases are swept at once.</summary>
    private const int AtOnce = 4;

    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan DeadMailRetention = TimeSpan.FromDays(30);
    private static readonly TimeSpan MailDay = TimeSpan.FromDays(1);

    /// <summary>The time of one tenant's database in a sweep, so that a slow or hostile one takes none of the others'.</summary>
    private static readonly TimeSpan TenantPatience = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var idle = options.Value.TenantDatabases.IdleTimeout;
        using var timer = new PeriodicTimer(idle < LongestInterval ? idle : LongestInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            await SweepAsync(home.GetAsync(stoppingToken), Tenant.Home, stoppingToken);
            await Parallel.ForEachAsync(
                tenants.LeaseOpen(),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
                async (open, cancellationToken) => await SweepTenantAsync(open.Database, open.Tenant, cancellationToken));
            await tenants.CloseIdleAsync(stoppingToken);
        }
    }

    private async Task SweepTenantAsync(DatabaseLease database, string tenant, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(TenantPatience, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var sweeping = Task.Run(() => SweepAsync(new(database), tenant, limit.Token), CancellationToken.None);
        try
        {
            // Its driver may not mind the token.
            await sweeping.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            logger.SweepFailed("It took too long; what is left goes with the next sweep.");
        }
    }

    private async Task SweepAsync(ValueTask<DatabaseLease> opening, string tenant, CancellationToken cancellationToken)
    {
        try
        {
            await using var database = await opening;
            var now = time.GetUtcNow();
            var sessions = await database.Sessions.DeleteExpiredAsync(now, cancellationToken);
            var grants = await database.Grants.DeleteExpiredAsync(now, cancellationToken);
            await database.Keys.DeleteExpiredAsync(now, cancellationToken);
            await database.Outbox.DeleteEnqueuedAsync(now - DeadMailRetention, cancellationToken);
            await database.MailRecipients.DeleteUnusedAsync(now - MailDay, cancellationToken);
            await database.Attempts.DeleteExpiredAsync(now, cancellationToken);
            foreach (var other in others)
                await other.SweepAsync(database, tenant, now, cancellationToken);
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
