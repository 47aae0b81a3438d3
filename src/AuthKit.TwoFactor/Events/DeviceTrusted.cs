using AuthKit.Events;
using Microsoft.Extensions.Logging;

namespace AuthKit.TwoFactor.Events;

/// <summary>A device is spared its account's second factor for a while.</summary>
/// <param name="Until">For how long.</param>
public sealed record DeviceTrusted(DateTimeOffset Until) : AuthEvent
{
    /// <inheritdoc/>
    protected override void Log(ILogger logger) => logger.DeviceTrusted(UserId, Tenant, Until, Address);
}
