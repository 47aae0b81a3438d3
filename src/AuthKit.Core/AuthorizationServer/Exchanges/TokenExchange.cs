using AuthKit.AuthorizationServer.Clients;

namespace AuthKit.AuthorizationServer.Exchanges;

/// <summary>What a client asks for (RFC 8693 §2.1).</summary>
/// <param name="Client">The client, which may be another than the tokens were issued to.</param>
/// <param name="Subject">The token of the user whom the new one will speak for.</param>
/// <param name="Actor">The token of whoever will act for the user (delegation, §1.1); null where the client asks to be taken for the user (impersonation).</param>
/// <param name="Scopes">What of the scope asked for the subject token covers and the client may have.</param>
public sealed record TokenExchange(Client Client, ExchangedToken Subject, ExchangedToken? Actor, IReadOnlyList<string> Scopes)
{
    /// <summary>Where the new token is to be used: identifiers of <see cref="OAuthOptions.Apis"/>, or this server's own; none for where the subject token is used.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>
    /// What of the scope asked for belongs to <see cref="Targets"/> that the subject token is not for. The client may have it, and no user was asked for it: it is
    /// granted where the decision names it (<see cref="TokenExchangeDecision.AllowedFor"/>), and only there.
    /// </summary>
    public IReadOnlyList<string> Beyond { get; init; } = [];
}

/// <summary>A token that is exchanged.</summary>
/// <param name="Type">Its kind, of <see cref="TokenTypes"/>.</param>
/// <param name="AccountSubject">What the host knows its account by (<see cref="Tokens.Caller.AccountSubject"/>); the client's id where a client speaks for itself.</param>
/// <param name="ClientId">The client that it was issued to.</param>
/// <param name="Scope">Its scope, values separated by spaces; of an id token that of its session.</param>
/// <param name="Tenant">Where the account lives; <see cref="Tenants.Tenant.Home"/> for the home database.</param>
/// <param name="ExpiresAt">When it expires.</param>
public sealed record ExchangedToken(string Type, string AccountSubject, string ClientId, string Scope, string Tenant, DateTimeOffset ExpiresAt)
{
    /// <summary>Whether it is bound to a key, which whoever exchanges it does not have to hold.</summary>
    public bool IsBound { get; init; }

    /// <summary>The interfaces that it is for (RFC 8707); null where it is for the host.</summary>
    internal IReadOnlyList<string>? Resources { get; init; }

    /// <summary>Who acts in it already, as the JSON of its <c>act</c> claim (§4.1); null where nobody does.</summary>
    public string? ActedBy { get; init; }
}
