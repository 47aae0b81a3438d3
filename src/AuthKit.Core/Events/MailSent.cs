using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A mail was handed over for delivery.</summary>
/// <param name="MailId">The mail.</param>
/// <param name="Kind">What kind of mail it is.</param>
/// <param name="Attempt">The attempt, from 1.</param>
public sealed record MailSent(Guid MailId, string Kind, int Attempt) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.MailSent(MailId, Kind, Attempt);
}
