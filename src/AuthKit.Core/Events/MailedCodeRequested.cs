using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A code to sign in by was asked for, and looked into when its mail was due. <see cref="AuthEvent.UserId"/> is null where the address is no account's: the address is kept nowhere.</summary>
public sealed record MailedCodeRequested : AuthEvent
{
    /// <inheritdoc/>
    protected internal override string? Outcome => UserId is null ? "unknown_account" : "mailed";

    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.MailedCodeRequested(UserId, Tenant, Address);
}
