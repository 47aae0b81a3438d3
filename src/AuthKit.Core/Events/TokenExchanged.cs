using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A client got a token in the place of another (RFC 8693).</summary>
/// <param name="SubjectClientId">The client that the other one was issued to.</param>
/// <param name="Scope">The scope, values separated by spaces.</param>
public sealed record TokenExchanged(string SubjectClientId, string Scope) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.TokenExchanged(ClientId, SubjectClientId, UserId, SessionId, Scope, Address);
}
