using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A form came without the token that shows that it was on a page of this server: another site's (CSRF), or one left open for long. Or a request by the session's cookie does not show that a page of this site has made it.</summary>
public sealed record ForgeryRefused : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.ForgeryRefused(Contract, Address);
}
