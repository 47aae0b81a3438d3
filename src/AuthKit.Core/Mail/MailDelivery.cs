using System.Security.Cryptography;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Queues;
using AuthKit.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Mail;

/// <summary>One attempt to send a claimed mail, within a time limit; where it fails, the next after an exponential back-off with jitter.</summary>
internal sealed class MailDelivery(
    HomeDatabase home,
    IMailProtector protector,
    IEnumerable<IMailWriter> writers,
    PickupMailer pickup,
    IEvents events,
    AuthKitMetrics metrics,
    IOptions<AuthKitOptions> options,
    TimeProvider time,
    ILogger<MailDelivery> logger,
    IAuthMailer? mailer = null)
{
    private readonly Dictionary<string, IMailWriter> _writers = writers.ToDictionary(static writer => writer.Kind, StringComparer.Ordinal);
    private readonly IAuthMailer _mailer = mailer ?? pickup;

    /// <summary>Whether the host has anything to send mail with.</summary>
    public bool CanSend => mailer is not null || options.Value.Mail.PickupDirectory is not null;

    /// <summary>Sends the mail and removes it, or says when it is due again.</summary>
    public async Task AttemptAsync(OutboxMail claimed, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(claimed, cancellationToken);
        }
        catch (Exception e)
        {
            await FailedAsync(claimed, e);
        }
    }

    private async Task SendAsync(OutboxMail claimed, CancellationToken cancellationToken)
    {
        if (claimed.ExpiresAt <= time.GetUtcNow())
            throw new TimeoutException();
        using var timeout = new CancellationTokenSource(options.Value.Mail.AttemptTimeout, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        if (!protector.TryUnprotect(claimed.ProtectedData ?? [], out var data))
            throw new CryptographicException();
        var mail = await _writers[claimed.Kind].WriteAsync(data, claimed.Attempts, limit.Token);
        // A mailer that does not heed its token holds this attempt no longer than one that does.
        if (mail is not null)
            await _mailer.SendAsync(mail, limit.Token).WaitAsync(limit.Token);
        await using var database = await home.GetAsync(CancellationToken.None);
        await database.Outbox.RemoveAsync(claimed.Id, CancellationToken.None);
        metrics.MailAttempted(mail is null ? "discarded" : "sent");
        if (mail is null)
            return;
        metrics.MailSent(time.GetUtcNow() - claimed.CreatedAt);
        await events.RaiseAsync(new MailSent(claimed.Id, claimed.Kind, claimed.Attempts), CancellationToken.None);
    }

    private async Task FailedAsync(OutboxMail claimed, Exception exception)
    {
        var (now, reason) = (time.GetUtcNow(), exception.GetType().Name);
        try
        {
            await using var database = await home.GetAsync(CancellationToken.None);
            if (claimed.Attempts >= options.Value.Mail.MaxAttempts || claimed.ExpiresAt <= now)
            {
                await database.Outbox.BuryAsync(claimed, now, CancellationToken.None);
                metrics.MailAttempted("given_up");
                await events.RaiseAsync(new MailGivenUp(claimed.Id, claimed.Kind, claimed.Attempts, claimed.ExpiresAt <= now ? "its time is over" : reason), CancellationToken.None);
                return;
            }

            var delay = BackOff.After(claimed.Attempts);
            await database.Outbox.PostponeAsync(claimed, now + delay, CancellationToken.None);
            metrics.MailAttempted("failed");
            await events.RaiseAsync(new MailFailed(claimed.Id, claimed.Kind, claimed.Attempts, reason, delay), CancellationToken.None);
        }
        catch (Exception e)
        {
            // It is due again when the lease ends.
            logger.OutboxUnavailable(e.GetType().Name);
        }
    }
}
