namespace AuthKit.Users.Claims;

/// <summary>Claims of the host's own for the tokens of users; added by <c>AddClaims</c>. There is one instance.</summary>
public interface IClaimsSource
{
    /// <summary>
    /// Adds claims to a token (<see cref="ClaimsRequest.Add"/>). It is asked at each sign-in and each refresh, after the account was read:
    /// what it says is in tokens from the next refresh on. What it throws ends the request, without tokens.
    /// </summary>
    ValueTask AddAsync(ClaimsRequest request, CancellationToken cancellationToken);
}
