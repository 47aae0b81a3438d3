using AuthKit.Databases;
using AuthKit.Queues;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Mail;

/// <summary>Sends what is in the outbox. A node without a mailer leaves the sending to others.</summary>
internal sealed class MailSender(HomeDatabase home, Outbox outbox, MailDelivery delivery, IOptions<AuthKitOptions> options, TimeProvider time, ILogger<MailSender> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var work = new QueueWork<OutboxMail>(static database => database.Outbox, outbox.Signal)
        {
            AtOnce = options.Value.Mail.Senders,
            Lease = options.Value.Mail.Lease,
            AttemptAsync = delivery.AttemptAsync,
            Unavailable = logger.OutboxUnavailable,
        };
        return delivery.CanSend ? new QueueWorker<OutboxMail>(home, work, time).RunAsync(stoppingToken) : Task.CompletedTask;
    }
}
