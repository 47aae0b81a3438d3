using System.Text.Json;
using System.Text.Json.Serialization;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>A client's registration (RFC 7591 §2, OpenID Connect Dynamic Client Registration 1.0 §2). What is null was not given.</summary>
public sealed record ClientMetadata
{
    /// <summary>Where a browser may be sent back to.</summary>
    [JsonPropertyName("redirect_uris")]
    public IReadOnlyList<string>? RedirectUris { get; init; }

    /// <summary>How the client proves who it is, of <see cref="ClientAuthenticationMethods"/>.</summary>
    [JsonPropertyName("token_endpoint_auth_method")]
    public string? AuthenticationMethod { get; init; }

    /// <summary>The grants it uses, of <see cref="Clients.GrantTypes"/>.</summary>
    [JsonPropertyName("grant_types")]
    public IReadOnlyList<string>? GrantTypes { get; init; }

    /// <summary>The response types it uses, of <see cref="Clients.ResponseTypes"/>.</summary>
    [JsonPropertyName("response_types")]
    public IReadOnlyList<string>? ResponseTypes { get; init; }

    /// <summary>What people are shown as its name.</summary>
    [JsonPropertyName("client_name")]
    public string? Name { get; init; }

    /// <summary>The scope values it may ask for, separated by spaces.</summary>
    [JsonPropertyName("scope")]
    public string? Scope { get; init; }

    /// <summary>Its public keys as a JWK set.</summary>
    [JsonPropertyName("jwks")]
    public JsonElement? Jwks { get; init; }

    /// <summary>Where a browser may be sent after sign-out.</summary>
    [JsonPropertyName("post_logout_redirect_uris")]
    public IReadOnlyList<string>? PostLogoutRedirectUris { get; init; }

    /// <summary><c>public</c> or <c>pairwise</c> (OpenID Connect Core 1.0 §8).</summary>
    [JsonPropertyName("subject_type")]
    public string? SubjectType { get; init; }

    /// <summary><c>RS256</c> or <c>ES256</c>.</summary>
    [JsonPropertyName("id_token_signed_response_alg")]
    public string? IdTokenAlgorithm { get; init; }

    /// <summary>The address of a page about the client.</summary>
    [JsonPropertyName("client_uri")]
    public string? ClientUri { get; init; }

    /// <summary>The address of its logo. It is kept and never shown: whose picture it is nobody has checked.</summary>
    [JsonPropertyName("logo_uri")]
    public string? LogoUri { get; init; }

    /// <summary>How to reach the people behind it.</summary>
    [JsonPropertyName("contacts")]
    public IReadOnlyList<string>? Contacts { get; init; }

    /// <summary>The address of its terms of service.</summary>
    [JsonPropertyName("tos_uri")]
    public string? TermsUri { get; init; }

    /// <summary>The address of its privacy policy.</summary>
    [JsonPropertyName("policy_uri")]
    public string? PolicyUri { get; init; }

    /// <summary>Where its public keys are, in place of <see cref="Jwks"/>.</summary>
    [JsonPropertyName("jwks_uri")]
    public string? JwksUri { get; init; }

    /// <summary>What the program is, whoever runs it.</summary>
    [JsonPropertyName("software_id")]
    public string? SoftwareId { get; init; }

    /// <summary>Which version of the program it is.</summary>
    [JsonPropertyName("software_version")]
    public string? SoftwareVersion { get; init; }

    /// <summary><c>web</c> or <c>native</c> (OpenID Connect Dynamic Client Registration 1.0 §2).</summary>
    [JsonPropertyName("application_type")]
    public string? ApplicationType { get; init; }

    /// <summary>Where the redirect addresses of a pairwise client with several hosts are listed (OpenID Connect Core 1.0 §8.1).</summary>
    [JsonPropertyName("sector_identifier_uri")]
    public string? SectorIdentifierUri { get; init; }

    /// <summary>What its assertions have to be signed with, of <see cref="ClientAuthenticationMethods.AssertionAlgorithms"/>.</summary>
    [JsonPropertyName("token_endpoint_auth_signing_alg")]
    public string? AssertionAlgorithm { get; init; }

    /// <summary>What replies of userinfo are signed with; null for JSON.</summary>
    [JsonPropertyName("userinfo_signed_response_alg")]
    public string? UserInfoAlgorithm { get; init; }

    /// <summary>What replies of introspection are signed with where it asks for a JWT (RFC 9701 §6).</summary>
    [JsonPropertyName("introspection_signed_response_alg")]
    public string? IntrospectionAlgorithm { get; init; }

    /// <summary>What answers to authorization requests are signed with where they are JWTs (JARM §3).</summary>
    [JsonPropertyName("authorization_signed_response_alg")]
    public string? AuthorizationAlgorithm { get; init; }

    /// <summary>What its request objects have to be signed with (RFC 9101 §9).</summary>
    [JsonPropertyName("request_object_signing_alg")]
    public string? RequestObjectAlgorithm { get; init; }

    /// <summary>Whether its authorization requests have to be signed (RFC 9101 §10.5).</summary>
    [JsonPropertyName("require_signed_request_object")]
    public bool? RequiresRequestObject { get; init; }

    /// <summary>Where its request objects may be; they are not fetched.</summary>
    [JsonPropertyName("request_uris")]
    public IReadOnlyList<string>? RequestUris { get; init; }

    /// <summary>Whether its authorization requests have to be pushed (RFC 9126 §6).</summary>
    [JsonPropertyName("require_pushed_authorization_requests")]
    public bool? RequiresPushedRequests { get; init; }

    /// <summary>How old a sign-in may be where a request does not say, in seconds.</summary>
    [JsonPropertyName("default_max_age")]
    public long? DefaultMaxAge { get; init; }

    /// <summary>Whether id tokens have to say when the user signed in; they always do.</summary>
    [JsonPropertyName("require_auth_time")]
    public bool? RequiresAuthTime { get; init; }

    /// <summary>The authentication contexts that it asks for where a request does not say.</summary>
    [JsonPropertyName("default_acr_values")]
    public IReadOnlyList<string>? DefaultAcrValues { get; init; }

    /// <summary>Where others may have it begin a sign-in.</summary>
    [JsonPropertyName("initiate_login_uri")]
    public string? InitiateLoginUri { get; init; }

    /// <summary>Where it is told of a sign-out (OpenID Connect Back-Channel Logout 1.0 §2.2).</summary>
    [JsonPropertyName("backchannel_logout_uri")]
    public string? BackChannelLogoutUri { get; init; }

    /// <summary>Whether it needs the <c>sid</c> there; it is always told.</summary>
    [JsonPropertyName("backchannel_logout_session_required")]
    public bool? BackChannelLogoutNeedsSession { get; init; }

    /// <summary>What the browser loads at a sign-out (OpenID Connect Front-Channel Logout 1.0 §2).</summary>
    [JsonPropertyName("frontchannel_logout_uri")]
    public string? FrontChannelLogoutUri { get; init; }

    /// <summary>Whether it needs <c>iss</c> and <c>sid</c> there.</summary>
    [JsonPropertyName("frontchannel_logout_session_required")]
    public bool? FrontChannelLogoutNeedsSession { get; init; }

    /// <summary>Whether all its access tokens have to be bound to a key (RFC 9449 §5.2).</summary>
    [JsonPropertyName("dpop_bound_access_tokens")]
    public bool? DPoPBoundTokens { get; init; }

    /// <summary>Whether its access tokens are bound to its certificate (RFC 8705 §3.4).</summary>
    [JsonPropertyName("tls_client_certificate_bound_access_tokens")]
    public bool? CertificateBoundTokens { get; init; }

    /// <summary>The types of authorization details that it asks for (RFC 9396 §10).</summary>
    [JsonPropertyName("authorization_details_types")]
    public IReadOnlyList<string>? AuthorizationDetailsTypes { get; init; }

    /// <summary>When the secret that it was given ends, in seconds since 1970; null where it does not.</summary>
    [JsonPropertyName("client_secret_expires_at")]
    public long? SecretExpiresAt { get; init; }

    /// <summary>Whether a client that has registered like this proves who it is by a secret.</summary>
    internal bool HasSecret => AuthenticationMethod is not (ClientAuthenticationMethods.None or ClientAuthenticationMethods.PrivateKeyJwt);

    /// <summary>What is kept of it: either way of sending a secret will do for a client that has not said which.</summary>
    internal ClientMetadata Kept(ClientMetadata asked) =>
        asked is { AuthenticationMethod: null, Jwks: null, JwksUri: null } && HasSecret ? this with { AuthenticationMethod = null } : this;

    /// <summary>What a client is told of what is kept.</summary>
    internal ClientMetadata Told() => AuthenticationMethod is null ? this with { AuthenticationMethod = ClientAuthenticationMethods.ClientSecretBasic } : this;

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, ClientMetadataJson.Default.ClientMetadata);

    internal static ClientMetadata Read(ClientRecord record) => JsonSerializer.Deserialize(record.Metadata, ClientMetadataJson.Default.ClientMetadata)!;

    internal Client ToClient(string id, byte[]? secretHash)
    {
        var client = new Client
        {
            Id = id,
            SecretHash = secretHash is null ? null : ClientSecret.Encode(secretHash),
            Name = Name,
            AuthenticationMethod = AuthenticationMethod,
            Jwks = Jwks?.GetRawText(),
            IdTokenAlgorithm = IdTokenAlgorithm,
            Pairwise = SubjectType == SubjectTypes.Pairwise,
            JwksUri = JwksUri,
            AssertionAlgorithm = AssertionAlgorithm,
            SectorIdentifierUri = SectorIdentifierUri,
            RequirePushedRequests = RequiresPushedRequests is true,
            DefaultMaxAge = DefaultMaxAge is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            ClientUri = ClientUri,
            TermsUri = TermsUri,
            PolicyUri = PolicyUri,
            AuthorizationAlgorithm = AuthorizationAlgorithm,
            DPoPBoundTokens = DPoPBoundTokens is true,
            CertificateBoundTokens = CertificateBoundTokens is true,
            BackChannelLogoutUri = BackChannelLogoutUri,
            FrontChannelLogoutUri = FrontChannelLogoutUri,
            RequestObjectAlgorithm = RequestObjectAlgorithm,
            UserInfoAlgorithm = UserInfoAlgorithm,
            IntrospectionAlgorithm = IntrospectionAlgorithm,
            RequireRequestObjects = RequiresRequestObject is true,
            SecretExpiresAt = SecretExpiresAt is { } end ? DateTimeOffset.FromUnixTimeSeconds(end) : null,
        };
        Copy(GrantTypes, client.Grants);
        Copy(RedirectUris, client.RedirectUris);
        Copy(PostLogoutRedirectUris, client.PostLogoutRedirectUris);
        Copy(Tokens.Scopes.Split(Scope), client.Scopes);
        Copy(AuthorizationDetailsTypes, client.AuthorizationDetailsTypes);
        Copy(Origin.OfAll(client.RedirectUris), client.AllowedOrigins);
        Copy(ResponseTypes, client.ResponseTypes);
        return client;
    }

    private static void Copy(IEnumerable<string>? from, IList<string> to)
    {
        foreach (var value in from ?? [])
            to.Add(value);
    }
}
