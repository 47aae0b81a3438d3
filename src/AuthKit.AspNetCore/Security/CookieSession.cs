namespace AuthKit.Security;

/// <summary>What a request's session cookie comes to.</summary>
/// <param name="AccessToken">The session's access token, fresh where it had expired; null where the session has ended.</param>
/// <param name="IsForged">Whether nothing shows that the request was made by a page that may: cross-site request forgery, until it is shown.</param>
internal sealed record CookieSession(string? AccessToken, bool IsForged = false)
{
    /// <summary>What the cookie holds as it goes back to the browser; null where the session has ended.</summary>
    public SealedSession? Sealed { get; init; }

    public static CookieSession Ended { get; } = new(AccessToken: null);

    public static CookieSession Forged { get; } = new(AccessToken: null, IsForged: true);

    public override string ToString() => nameof(CookieSession);
}
