using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>Somebody has signed in: a session stands.</summary>
/// <param name="KnownDevice">Whether the request showed that the account had signed in from this device before. Only browsers, and programs that send an earlier access token along, can show it.</param>
public sealed record SignedIn(bool KnownDevice) : AuthEvent
{
    /// <summary>The provider that vouched for who it is; null for a password.</summary>
    public string? Provider { get; init; }

    /// <summary>How it was proved who it is (RFC 8176): <c>pwd</c>, or with a second factor that and <c>mfa</c> beside it; none where a provider vouched for it.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <inheritdoc/>
    protected internal override string? Outcome => "succeeded";

    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.SignedIn(UserId, Tenant, SessionId, ClientId, Methods is [var only] ? only : string.Join(' ', Methods), Provider, KnownDevice, Address);
}
