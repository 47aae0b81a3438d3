using AuthKit.Sessions;

namespace AuthKit.Tokens;

/// <summary>What the host says of accounts in tokens, beside what AuthKit does: roles, and claims of its own.</summary>
internal interface IOwnClaims
{
    /// <summary>Adds to the claims of a token.</summary>
    ValueTask AddAsync(IDictionary<string, object> claims, Session session, TokenDetails details, TokenPurpose purpose, CancellationToken cancellationToken);
}
