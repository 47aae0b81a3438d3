using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An attempt to send a mail failed; another follows.</summary>
/// <param name="MailId">The mail.</param>
/// <param name="Kind">What kind of mail it is.</param>
/// <param name="Attempt">The attempt, from 1.</param>
/// <param name="Error">The type of the exception.</param>
/// <param name="RetryIn">When the next attempt follows.</param>
public sealed record MailFailed(Guid MailId, string Kind, int Attempt, string Error, TimeSpan RetryIn) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.MailFailed(MailId, Kind, Attempt, Error, RetryIn);
}
