using AuthKit.AuthorizationServer.Clients;
using AuthKit.Databases;
using AuthKit.Queues;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AuthKit.AuthorizationServer.Logouts;

/// <summary>Tells clients of logouts.</summary>
internal sealed class LogoutSender(ClientRegistry clients, LogoutQueue queue, LogoutDelivery delivery, HomeDatabase home, TimeProvider time, ILogger<LogoutSender> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var work = new QueueWork<LogoutNotice>(static database => database.LogoutNotices, queue.Signal)
        {
            AtOnce = 16,
            Lease = TimeSpan.FromMinutes(1),
            AttemptAsync = delivery.AttemptAsync,
            Unavailable = logger.QueueUnavailable,
        };
        return clients.MayHearLogouts ? new QueueWorker<LogoutNotice>(home, work, time).RunAsync(stoppingToken) : Task.CompletedTask;
    }
}
