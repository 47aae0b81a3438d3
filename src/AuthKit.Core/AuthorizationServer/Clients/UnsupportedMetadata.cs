namespace AuthKit.AuthorizationServer.Clients;

/// <summary>The members of a registration that are known and that this server does not honour: it says so rather than drop them.</summary>
internal static class UnsupportedMetadata
{
    /// <summary>The rule that such a member breaks.</summary>
    public static Rule Rule { get; } = new("unsupported", Rule.Unknown, "The {field} is not supported.");

    /// <summary>What asks for something on top. A document that is written for many servers may have it, and goes without here.</summary>
    private static readonly string[] Unsupported =
    [
        "authorization_encrypted_response_alg",
        "authorization_encrypted_response_enc",
        "default_acr_values",
        "id_token_encrypted_response_alg",
        "id_token_encrypted_response_enc",
        "introspection_encrypted_response_alg",
        "introspection_encrypted_response_enc",
        "request_object_encryption_alg",
        "request_object_encryption_enc",
        "request_uris",
        // RFC 7591 §2.3: nobody's statements are trusted.
        "software_statement",
        "tls_client_auth_san_dns",
        "tls_client_auth_san_email",
        "tls_client_auth_san_ip",
        "tls_client_auth_san_uri",
        "tls_client_auth_subject_dn",
        "userinfo_encrypted_response_alg",
        "userinfo_encrypted_response_enc",
    ];

    /// <summary>Those of them that are among the members of a registration.</summary>
    public static IEnumerable<string> Of(IEnumerable<string> members) => Unsupported.Intersect(members, StringComparer.OrdinalIgnoreCase);
}
