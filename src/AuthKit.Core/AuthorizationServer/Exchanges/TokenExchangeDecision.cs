namespace AuthKit.AuthorizationServer.Exchanges;

/// <summary>What a policy says of a token exchange.</summary>
public sealed record TokenExchangeDecision
{
    private TokenExchangeDecision(bool isAllowed, IReadOnlyList<string>? scopes) => (IsAllowed, Scopes) = (isAllowed, scopes);

    /// <summary>The client gets nothing.</summary>
    public static TokenExchangeDecision Refused { get; } = new(false, null);

    /// <summary>The client gets what it asks for (<see cref="TokenExchange.Scopes"/>).</summary>
    public static TokenExchangeDecision Allowed { get; } = new(true, null);

    /// <summary>The client gets no more of the scope than this, and of <see cref="TokenExchange.Beyond"/> as much as is named here.</summary>
    public static TokenExchangeDecision AllowedFor(params IReadOnlyList<string> scopes) => new(true, scopes);

    /// <summary>Whether the client gets a token.</summary>
    public bool IsAllowed { get; }

    /// <summary>What of the scope it gets at the most; null for all that it asks for.</summary>
    public IReadOnlyList<string>? Scopes { get; }

    /// <summary>The scope that comes of it.</summary>
    internal IEnumerable<string> Of(TokenExchange exchange) =>
        Scopes is { } named ? exchange.Scopes.Concat(exchange.Beyond).Intersect(named) : exchange.Scopes;
}
