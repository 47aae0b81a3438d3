using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An account's owner, or whoever had their session and proof, got a copy of everything that is kept of them.</summary>
public sealed record MyDataExported : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.MyDataExported(UserId, Tenant, SessionId, Address);
}
