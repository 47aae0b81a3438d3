using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A user did not let a client have what it asked for.</summary>
/// <param name="Scope">The scope, values separated by spaces.</param>
public sealed record ConsentDenied(string Scope) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.ConsentDenied(UserId, Tenant, ClientId, Scope, Address);
}
