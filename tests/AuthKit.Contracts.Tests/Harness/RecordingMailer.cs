using System.Threading.Channels;
using System.Web;
using AuthKit.Mail;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>Keeps mails for the test to read, in the order in which they were sent.</summary>
internal sealed class RecordingMailer : IAuthMailer
{
    private readonly Channel<AuthMail> _mails = Channel.CreateUnbounded<AuthMail>();

    public Task SendAsync(AuthMail mail, CancellationToken cancellationToken) => _mails.Writer.WriteAsync(mail, cancellationToken).AsTask();

    /// <summary>The next mail that nobody has read; mail leaves from the outbox, so it may still be on its way.</summary>
    public Task<AuthMail> NextAsync() => _mails.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

    /// <summary>Whether a mail waits to be read.</summary>
    public bool HasMore => _mails.Reader.TryPeek(out _);

    /// <summary>The link in the next mail to an address that has one; mails before it count as read.</summary>
    public async Task<Uri> NextLinkAsync(string to)
    {
        while (true)
        {
            if (await NextAsync() is var mail && mail.To == to && LinkIn(mail) is { } link)
                return link;
        }
    }

    /// <summary>The one-time token in the next mail to an address that has one.</summary>
    public async Task<string> NextTokenAsync(string to) => TokenIn(await NextLinkAsync(to));

    public static Uri? LinkIn(AuthMail mail) =>
        mail.Text.Split('\n').SingleOrDefault(static line => line.StartsWith("http", StringComparison.Ordinal)) is { } line ? new(line.Trim()) : null;

    public static string TokenIn(Uri link) => HttpUtility.ParseQueryString(link.Query)["token"]!;
}
