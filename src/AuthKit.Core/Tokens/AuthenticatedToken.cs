namespace AuthKit.Tokens;

/// <summary>An access token that this request has been authenticated by already, so that no flow validates it a second time.</summary>
/// <param name="accessToken">The token as it was sent.</param>
/// <param name="outcome">Whom it speaks for, or why it does not count.</param>
public sealed class AuthenticatedToken(string accessToken, Outcome<Caller> outcome)
{
    /// <summary>Whom the token speaks for, or why it does not count.</summary>
    public Outcome<Caller> Outcome => outcome;

    /// <summary>Whether it is this token that was validated.</summary>
    public bool Is(string sent) => accessToken == sent;
}
