namespace AuthKit.Tokens;

/// <summary>What a token is for.</summary>
public enum TokenPurpose
{
    /// <summary>An access token (RFC 9068): for interfaces.</summary>
    Access,

    /// <summary>An id token (OpenID Connect Core 1.0 §2): for the client.</summary>
    Id,
}
