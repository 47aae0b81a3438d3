using System.Collections.Concurrent;
using AuthKit.Mail;

namespace AuthKit.Contracts.Tests.Mail;

/// <summary>Notes every mail, and does with it what the test says.</summary>
internal sealed class StandInMailer(Func<AuthMail, Task> send) : IAuthMailer
{
    private readonly ConcurrentQueue<AuthMail> _mails = new();

    public IReadOnlyCollection<AuthMail> Mails => _mails;

    public Task SendAsync(AuthMail mail, CancellationToken cancellationToken)
    {
        _mails.Enqueue(mail);
        return send(mail);
    }
}
