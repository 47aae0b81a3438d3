using AuthKit.Events;
using Microsoft.Extensions.Logging;

namespace AuthKit.TwoFactor.Events;

/// <summary>A device is not spared its account's second factor any more, because the owner has taken it off the list.</summary>
/// <param name="DeviceId">The device.</param>
public sealed record DeviceForgotten(Guid DeviceId) : AuthEvent
{
    /// <inheritdoc/>
    protected override void Log(ILogger logger) => logger.DeviceForgotten(DeviceId, UserId, Tenant, SessionId, Address);
}
