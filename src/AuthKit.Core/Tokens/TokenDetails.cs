namespace AuthKit.Tokens;

/// <summary>What goes into a session's tokens beside the session.</summary>
/// <param name="Tenant">Where the session is kept.</param>
internal sealed record TokenDetails(string Tenant)
{
    /// <summary>The secret half of the refresh token; null where none is handed out.</summary>
    public byte[]? RefreshSecret { get; init; }

    /// <summary>The account, where it has been read; as it was read then, no older than the proof or the rotation that the tokens are for.</summary>
    public ITokenUser? User { get; init; }

    /// <summary>The client, where it is known.</summary>
    public ITokenClient? Client { get; init; }

    /// <summary>The scope of the access token, where it is narrower than the session's (RFC 6749 §6).</summary>
    public string? Scope { get; init; }

    /// <summary>The interfaces that the access token is asked for (RFC 8707 §2.2); null for all that the session was granted.</summary>
    public IReadOnlyList<string>? Resources { get; init; }

    /// <summary>The <c>aud</c> of the access token, once it is known; null for the host's own.</summary>
    public IReadOnlyList<string>? Audience { get; init; }

    /// <summary>The key that the access token is bound to, as <see cref="Sessions.Session.Confirmation"/> has it; null where whoever bears it may use it.</summary>
    public string? Confirmation { get; init; }

    /// <summary>Who acts for the user, as the JSON of the <c>act</c> claim (RFC 8693 §4.1); null where nobody does.</summary>
    public string? Actor { get; init; }

    /// <summary>When the access token expires at the latest; null where the options say.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>Whether no id token is issued, whatever the scope says.</summary>
    public bool WithoutIdToken { get; init; }

    /// <summary>The <c>nonce</c> of the authorization request (OpenID Connect Core 1.0 §3.1.2.1).</summary>
    public string? Nonce { get; init; }

    /// <summary>What an id token is signed with, where the client does not say.</summary>
    public string IdTokenAlgorithm { get; init; } = SigningAlgorithms.Es256;

    /// <summary>The account's e-mail address, where it has been looked at.</summary>
    public string? Email { get; init; }
}
