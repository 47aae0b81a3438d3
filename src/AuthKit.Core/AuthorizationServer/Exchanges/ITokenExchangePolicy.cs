namespace AuthKit.AuthorizationServer.Exchanges;

/// <summary>
/// Judges which tokens a client may exchange (RFC 8693). A host that has one adds it by <c>AddTokenExchange</c>; without it nothing is
/// exchanged. Every request at once asks the same instance.
/// </summary>
public interface ITokenExchangePolicy
{
    /// <summary>Whether a client may have a token in the place of another. Both tokens stand, and the client has proved who it is.</summary>
    ValueTask<TokenExchangeDecision> JudgeAsync(TokenExchange exchange, CancellationToken cancellationToken);
}
