using System.Security.Cryptography;
using System.Text;
using AuthKit.Databases;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Mail;

/// <summary>The pause and the daily bound of mail that strangers can have sent to an address. A mail that is tried again was counted before; one that is not sent is logged.</summary>
internal sealed class MailBounds(HomeDatabase home, IOptions<AuthKitOptions> options, TimeProvider time, ILogger<MailBounds> logger)
{
    /// <summary>Counts a mail to an address, unless it has had enough.</summary>
    /// <param name="normalizedAddress">The address as it is compared.</param>
    /// <param name="attempt">How often the mail has been tried, this time included.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the mail may be sent.</returns>
    public Task<bool> AllowAsync(string normalizedAddress, int attempt, CancellationToken cancellationToken) =>
        BookAsync(normalizedAddress, attempt, options.Value.Mail.RecipientPause, options.Value.Mail.RecipientDailyLimit, cancellationToken);

    /// <summary>The same for a kind of mail that is counted apart, so that others do not keep it from who waits for it.</summary>
    public Task<bool> AllowAsync(string kind, string normalizedAddress, int attempt, CancellationToken cancellationToken) => AllowAsync($"{kind}\n{normalizedAddress}", attempt, cancellationToken);

    /// <summary>The same with a pause and a daily bound of its own.</summary>
    public Task<bool> AllowAsync(string kind, string normalizedAddress, int attempt, TimeSpan pause, int perDay, CancellationToken cancellationToken) =>
        BookAsync($"{kind}\n{normalizedAddress}", attempt, pause, perDay, cancellationToken);

    private async Task<bool> BookAsync(string counted, int attempt, TimeSpan pause, int perDay, CancellationToken cancellationToken)
    {
        if (attempt > 1)
            return true;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(counted));
        await using var database = await home.GetAsync(cancellationToken);
        var allowed = await database.MailRecipients.BookAsync(hash, time.GetUtcNow(), pause, perDay, cancellationToken);
        if (!allowed)
            logger.Bounded();
        return allowed;
    }
}
