using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A provider's account opens an account from now on.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="NewAccount">Whether the account was made for it.</param>
public sealed record ExternalLoginLinked(string Provider, bool NewAccount) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.ExternalLoginLinked(Provider, UserId, Tenant, Address);
}
