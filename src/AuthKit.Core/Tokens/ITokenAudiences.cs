namespace AuthKit.Tokens;

/// <summary>Whom access tokens are for.</summary>
internal interface ITokenAudiences
{
    /// <summary>The host itself: its own routes and endpoints, as far as they belong to no other interface.</summary>
    IReadOnlyList<string> Host { get; }

    /// <summary>Who tells what a user has let a client know of them: the host, and userinfo alone.</summary>
    IReadOnlyList<string> UserInfo { get; }

    /// <summary>Everybody that an access token of this issuer can be for.</summary>
    IReadOnlyList<string> All { get; }

    /// <summary>
    /// Whom the next token of a session is for, and what of its scope counts there; null where it would be for nobody, or for somebody
    /// whom the session was not granted (RFC 8707 §2.2).
    /// </summary>
    /// <param name="granted">What was granted; null for the host alone.</param>
    /// <param name="asked">What is asked for now; null for all that was granted and that the scope has a value of.</param>
    /// <param name="scope">The token's scope.</param>
    TokenAudience? Of(IReadOnlyList<string>? granted, IReadOnlyList<string>? asked, string scope);
}

/// <summary>Whom an access token is for.</summary>
/// <param name="Values">Its <c>aud</c>.</param>
/// <param name="Scope">Its <c>scope</c>: without values that other interfaces have.</param>
internal sealed record TokenAudience(IReadOnlyList<string> Values, string Scope);
