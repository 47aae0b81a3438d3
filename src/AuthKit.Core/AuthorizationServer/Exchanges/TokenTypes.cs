namespace AuthKit.AuthorizationServer.Exchanges;

/// <summary>Kinds of tokens by their identifiers (RFC 8693 §3).</summary>
public static class TokenTypes
{
    /// <summary>An access token of this server's.</summary>
    public const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";

    /// <summary>An id token of this server's.</summary>
    public const string IdToken = "urn:ietf:params:oauth:token-type:id_token";
}
