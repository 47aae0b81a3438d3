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

    /// <summary>The link in the next mail, which is to an address.</summary>
    public async Task<Uri> NextLinkAsync(string to)
    {
        var mail = await NextAsync();
        Assert.That(mail.To, Is.EqualTo(to));
        return LinkIn(mail) ?? throw new AssertionException($"There is no link in: {mail.Text}");
    }

    /// <summary>The one-time token in the next mail, which is to an address.</summary>
    public async Task<string> NextTokenAsync(string to) => TokenIn(await NextLinkAsync(to));

    public static Uri? LinkIn(AuthMail mail) =>
        mail.Text.Split('\n').SingleOrDefault(static line => line.StartsWith("http", StringComparison.Ordinal)) is { } line ? new(line.Trim()) : null;

    /// <summary>The one-time token in a link; where it has none, its code.</summary>
    public static string TokenIn(Uri link)
    {
        var query = HttpUtility.ParseQueryString(link.Query);
        return query["token"] ?? query["code"]!;
    }
}
