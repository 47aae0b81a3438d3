using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>Somebody presented a token that does not count. The account and the session are there where the token was this server's.</summary>
/// <param name="Kind">What it was presented as, of <see cref="TokenKinds"/>.</param>
/// <param name="Reason">Why, of <see cref="TokenRefusals"/>.</param>
public sealed record TokenRefused(string Kind, string Reason) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override string? Outcome => Reason;

    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.TokenRefused(Kind, Reason, UserId, SessionId, Address);
}
