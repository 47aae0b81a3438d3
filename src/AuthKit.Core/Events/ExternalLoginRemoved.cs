using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A provider's account does not open an account any more.</summary>
/// <param name="Provider">The provider.</param>
public sealed record ExternalLoginRemoved(string Provider) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.ExternalLoginRemoved(Provider, UserId, Tenant, Address);
}
