using AuthKit.Mail;
using AuthKit.Records;
using AuthKit.Users;

namespace AuthKit.Features;

/// <summary>Mails with a code that proves a second factor, for a feature that offers such codes; the feature makes and judges them.</summary>
public interface ISecondFactorMails
{
    /// <summary>
    /// Enqueues a mail to the account's own address; it is kept when this returns. An address has at most one such mail in half a minute and
    /// twenty a day: others are dropped, and the caller is not told. The words are <see cref="MailOptions.SecondFactorCode"/>.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="code">The code.</param>
    /// <param name="lifetime">For how long it is good: after that the mail is not sent any more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    Task EnqueueAsync(Account account, string code, TimeSpan lifetime, CancellationToken cancellationToken);
}
