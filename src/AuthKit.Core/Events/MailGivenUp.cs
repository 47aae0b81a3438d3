using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A mail is tried no further. It stays in the outbox without what it was worded from.</summary>
/// <param name="MailId">The mail.</param>
/// <param name="Kind">What kind of mail it is.</param>
/// <param name="Attempts">How many attempts there were.</param>
/// <param name="Error">The type of the last one's exception, or that its time was over.</param>
public sealed record MailGivenUp(Guid MailId, string Kind, int Attempts, string Error) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.MailGivenUp(MailId, Kind, Attempts, Error);
}
