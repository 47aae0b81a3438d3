using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>Somebody has registered an address that has an account; the answer did not say so, and the owner is told by mail (<see cref="Users.AccountOptions.HideExistingAccounts"/>).</summary>
public sealed record RegistrationRepeated : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.RegistrationRepeated(UserId, Tenant, Address);
}
