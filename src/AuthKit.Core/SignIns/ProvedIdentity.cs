namespace AuthKit.SignIns;

/// <summary>Somebody who is signed in has proved again who they are.</summary>
/// <param name="Tokens">An access token that tells of it, and an id token where the session has them. There is no refresh token: the one that the session has stays good.</param>
/// <param name="Methods">How the session's owner has proved who they are, all in all (RFC 8176).</param>
public sealed record ProvedIdentity(TokenPair Tokens, IReadOnlyList<string> Methods)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ProvedIdentity);
}
