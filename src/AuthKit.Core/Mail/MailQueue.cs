using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AuthKit.Mail;

/// <summary>Mail on its way out. Requests do not wait for it, so that their time does not tell whether there was anything to send.</summary>
internal sealed class MailQueue(IAuthMailer mailer, ILogger<MailQueue> logger) : BackgroundService
{
    private const int Capacity = 10_000;

    private readonly Channel<AuthMail> _mails = Channel.CreateBounded<AuthMail>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    public void Enqueue(AuthMail mail)
    {
        if (!_mails.Writer.TryWrite(mail))
            logger.QueueFull(Capacity);
    }

    /// <summary>Lets what is queued go out, for as long as the host's shutdown timeout allows.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _mails.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var mail in _mails.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await mailer.SendAsync(mail, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.NotSent(e.GetType().Name);
            }
        }
    }
}
