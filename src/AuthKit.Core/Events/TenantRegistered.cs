using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A registration has brought a database along, which is a tenant from now on.</summary>
/// <param name="Engine">Its engine.</param>
public sealed record TenantRegistered(string Engine) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.TenantRegistered(Tenant, Engine);
}
