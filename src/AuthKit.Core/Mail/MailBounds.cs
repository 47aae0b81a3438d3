using System.Security.Cryptography;
using System.Text;
using AuthKit.Databases;
using Microsoft.Extensions.Options;

namespace AuthKit.Mail;

/// <summary>The pause and the daily bound of mail that strangers can have sent to an address.</summary>
internal sealed class MailBounds(HomeDatabase home, IOptions<AuthKitOptions> options, TimeProvider time)
{
    /// <summary>Counts a mail to an address, unless it has had enough.</summary>
    /// <param name="normalizedAddress">The address as it is compared.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the mail may be sent.</returns>
    public Task<bool> AllowAsync(string normalizedAddress, CancellationToken cancellationToken) =>
        BookAsync(normalizedAddress, options.Value.Mail.RecipientPause, options.Value.Mail.RecipientDailyLimit, cancellationToken);

    /// <summary>The same for a kind of mail that is counted apart, so that others do not keep it from who waits for it.</summary>
    public Task<bool> AllowAsync(string kind, string normalizedAddress, CancellationToken cancellationToken) => AllowAsync($"{kind}\n{normalizedAddress}", cancellationToken);

    /// <summary>The same with a pause and a daily bound of its own.</summary>
    public Task<bool> AllowAsync(string kind, string normalizedAddress, TimeSpan pause, int perDay, CancellationToken cancellationToken) => BookAsync($"{kind}\n{normalizedAddress}", pause, perDay, cancellationToken);

    private async Task<bool> BookAsync(string counted, TimeSpan pause, int perDay, CancellationToken cancellationToken)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(counted));
        await using var database = await home.GetAsync(cancellationToken);
        return await database.MailRecipients.BookAsync(hash, time.GetUtcNow(), pause, perDay, cancellationToken);
    }
}
