using AuthKit.Databases;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Mail;

/// <summary>
/// Sends what is in the outbox, several mails at once, beside the senders of other nodes. Each mail goes out at least once:
/// twice where a sender is killed between the mail server's answer and the row's removal. A node without a mailer leaves
/// the sending to others.
/// </summary>
internal sealed class MailSender(HomeDatabase home, Outbox outbox, MailDelivery delivery, IOptions<AuthKitOptions> options, TimeProvider time, ILogger<MailSender> logger) : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(250);

    private bool _unavailable;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!delivery.CanSend)
            return;
        var settings = options.Value.Mail;
        using var places = new SemaphoreSlim(settings.Senders);
        using var ending = new CancellationTokenSource();
        await SendAsync(places, ending.Token, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // What is being sent has a moment to arrive, so that it is not sent again by the next process.
        ending.CancelAfter(Farewell);
        for (var i = 0; i < settings.Senders; i++)
            await places.WaitAsync(CancellationToken.None);
    }

    private async Task SendAsync(SemaphoreSlim places, CancellationToken ending, CancellationToken stoppingToken)
    {
        while (true)
        {
            // A place first: the lease runs from the claim.
            await places.WaitAsync(stoppingToken);
            var looked = time.GetTimestamp();
            OutboxMail? mail = null;
            try
            {
                mail = await ClaimAsync(stoppingToken);
            }
            finally
            {
                if (mail is null)
                    places.Release();
            }

            if (mail is not null)
                _ = DeliverAsync(mail);
            else if (PollInterval - time.GetElapsedTime(looked) is var left && left > TimeSpan.Zero)
                await outbox.WaitAsync(left, stoppingToken);
        }

        async Task DeliverAsync(OutboxMail mail)
        {
            // Against timing attacks: sending slows other requests down, which must not be those that come right after. That is a
            // matter of this machine's processors, not of the time that the host goes by.
            await Task.Delay(LongestDelay * Random.Shared.NextDouble(), ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
            await delivery.AttemptAsync(mail, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            places.Release();
        }
    }

    private async Task<OutboxMail?> ClaimAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value.Mail;
        try
        {
            await using var database = await home.GetAsync(cancellationToken);
            var now = time.GetUtcNow();
            foreach (var mail in await database.Outbox.ListDueAsync(now, settings.Senders, cancellationToken))
            {
                if (await database.Outbox.ClaimAsync(mail, now + settings.Lease, cancellationToken) is { } claimed)
                    return claimed;
            }

            _unavailable = false;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            if (!_unavailable)
                logger.OutboxUnavailable(e.GetType().Name);
            _unavailable = true;
        }

        return null;
    }
}
