using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An account's owner has shown to own its address, by a link that was mailed to it.</summary>
public sealed record EmailAddressConfirmed : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.EmailAddressConfirmed(UserId, Tenant, Address);
}
