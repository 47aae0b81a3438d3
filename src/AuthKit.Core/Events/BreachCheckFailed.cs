using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A new password could not be looked for among those that have leaked.</summary>
/// <param name="Corpus">Where it was to be looked for.</param>
/// <param name="Error">Why it could not.</param>
public sealed record BreachCheckFailed(string Corpus, string Error) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.BreachCheckFailed(Corpus, Error);
}
