using AuthKit.AuthorizationServer.Clients;
using AuthKit.Databases;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AuthKit.AuthorizationServer.Logouts;

/// <summary>Tells clients of logouts, several at once, beside the senders of other nodes. Each is told at least once: twice where a sender is killed between the client's answer and the row's removal.</summary>
internal sealed class LogoutSender(ClientRegistry clients, LogoutQueue queue, LogoutDelivery delivery, HomeDatabase home, TimeProvider time, ILogger<LogoutSender> logger) : BackgroundService
{
    private const int AtOnce = 16;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private bool _unavailable;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (clients.MayHearLogouts && !stoppingToken.IsCancellationRequested)
        {
            var claimed = await ClaimAsync(stoppingToken);
            await Task.WhenAll(claimed.Select(notice => delivery.AttemptAsync(notice, stoppingToken)));
            if (claimed.Count < AtOnce)
                await queue.WaitAsync(PollInterval, stoppingToken);
        }
    }

    private async Task<List<LogoutNotice>> ClaimAsync(CancellationToken cancellationToken)
    {
        List<LogoutNotice> claimed = [];
        try
        {
            await using var database = await home.GetAsync(cancellationToken);
            var now = time.GetUtcNow();
            foreach (var notice in await database.LogoutNotices.ListDueAsync(now, AtOnce, cancellationToken))
            {
                if (await database.LogoutNotices.ClaimAsync(notice, now + Lease, cancellationToken) is { } own)
                    claimed.Add(own);
            }

            _unavailable = false;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            if (!_unavailable)
                logger.QueueUnavailable(e.GetType().Name);
            _unavailable = true;
        }
        catch (OperationCanceledException)
        {
            // The host stops; what was claimed is due again when the lease ends.
        }

        return claimed;
    }
}
