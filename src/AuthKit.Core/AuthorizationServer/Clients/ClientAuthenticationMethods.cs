namespace AuthKit.AuthorizationServer.Clients;

/// <summary>The values of <c>token_endpoint_auth_method</c> (RFC 7591 §2, OpenID Connect Core 1.0 §9).</summary>
public static class ClientAuthenticationMethods
{
    /// <summary>A public client: it has nothing to prove itself with.</summary>
    public const string None = "none";

    /// <summary>The secret in the <c>Authorization</c> header (RFC 6749 §2.3.1).</summary>
    public const string ClientSecretBasic = "client_secret_basic";

    /// <summary>The secret among the fields of the body (RFC 6749 §2.3.1).</summary>
    public const string ClientSecretPost = "client_secret_post";

    /// <summary>An assertion that the client's own key signed (RFC 7523 §2.2).</summary>
    public const string PrivateKeyJwt = "private_key_jwt";

    /// <summary>A certificate that one of <see cref="Proofs.MutualTlsOptions.Authorities"/> has issued (RFC 8705 §2.1).</summary>
    public const string TlsClientAuth = "tls_client_auth";

    /// <summary>A certificate of the client's own making, whose key is in its <c>jwks</c> (RFC 8705 §2.2).</summary>
    public const string SelfSignedTlsClientAuth = "self_signed_tls_client_auth";

    /// <summary>What assertions may be signed with (RFC 7518 §3.1).</summary>
    public static IReadOnlyList<string> AssertionAlgorithms { get; } = ["ES256", "RS256", "PS256"];

    internal static bool IsKnown(string method) => method is None or ClientSecretBasic or ClientSecretPost or PrivateKeyJwt || IsTls(method);

    internal static bool IsTls(string? method) => method is TlsClientAuth or SelfSignedTlsClientAuth;
}
