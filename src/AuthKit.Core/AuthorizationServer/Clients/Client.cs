using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>An application that signs users in. Names in parentheses are those of its registration (RFC 7591 §2).</summary>
public sealed class Client : ITokenClient
{
    /// <summary>The client's id (RFC 6749 §2.2).</summary>
    public string Id { get; set; } = "";

    /// <summary>The client's secret (RFC 6749 §2.3.1); null for a client without one.</summary>
    public string? Secret { get; set; }

    /// <summary>The SHA-256 of the secret in base64url, in place of <see cref="Secret"/>, so that configuration need not hold the secret.</summary>
    public string? SecretHash { get; set; }

    /// <summary>What people are shown as its name (<c>client_name</c>).</summary>
    /// <value>Default: the id.</value>
    public string? Name { get; set; }

    /// <summary>The grants it may use (<c>grant_types</c>), of <see cref="GrantTypes"/>.</summary>
    public IList<string> Grants { get; } = [];

    /// <summary>
    /// Where a browser may be sent back to (<c>redirect_uris</c>), compared exactly (RFC 9700 §2.1); on the loopback
    /// interface the port may differ (RFC 8252 §7.3).
    /// </summary>
    public IList<string> RedirectUris { get; } = [];

    /// <summary>Where a browser may be sent after sign-out (<c>post_logout_redirect_uris</c>), compared exactly.</summary>
    public IList<string> PostLogoutRedirectUris { get; } = [];

    /// <summary>The scope values it may ask for (<c>scope</c>).</summary>
    /// <value>Default: empty, which is every scope that identifies a user, and none of the host's own.</value>
    public IList<string> Scopes { get; } = [];

    /// <summary>Whether it is the host's own: it may see passwords (RFC 9700 §2.4 closes the password grant to all others), and users are not asked for their consent.</summary>
    public bool FirstParty { get; set; }

    /// <summary>
    /// Whether it stands for an interface of the host's, which may introspect the access tokens of every client (RFC 7662 §2.1).
    /// Other clients learn of their own tokens, and of those whose audience they are.
    /// </summary>
    /// <value>Default: false. A first-party client may as well.</value>
    public bool MayIntrospect { get; set; }

    /// <summary>How it proves who it is (<c>token_endpoint_auth_method</c>), of <see cref="ClientAuthenticationMethods"/>.</summary>
    /// <value>Default: null, which is either way of sending a secret where it has one, <c>private_key_jwt</c> where it has keys, else <c>none</c>.</value>
    public string? AuthenticationMethod { get; set; }

    /// <summary>Its public keys as a JWK set (<c>jwks</c>, RFC 7517 §5), for <c>private_key_jwt</c> and <c>self_signed_tls_client_auth</c>.</summary>
    public string? Jwks { get; set; }

    /// <summary>What its id tokens are signed with (<c>id_token_signed_response_alg</c>): <c>RS256</c> or <c>ES256</c>.</summary>
    /// <value>Default: null, which is what the contract has: <c>RS256</c> for OpenID Connect.</value>
    public string? IdTokenAlgorithm { get; set; }

    /// <summary>Whether users have a name of their own for this client's sector, so that two clients cannot compare notes (<c>subject_type</c> <c>pairwise</c>, OpenID Connect Core 1.0 §8).</summary>
    public bool Pairwise { get; set; }

    /// <summary>The types of authorization details that it may ask for (<c>authorization_details_types</c>, RFC 9396 §10).</summary>
    /// <value>Default: empty, which is every type that the host has added.</value>
    public IList<string> AuthorizationDetailsTypes { get; } = [];

    /// <summary>The interfaces that it stands for, by their identifiers among <see cref="OAuthOptions.Apis"/>: it may introspect the access tokens that are for them (RFC 7662 §2.1).</summary>
    public IList<string> Apis { get; } = [];

    /// <summary>
    /// The origins from which its pages may call the server and read what it answers (CORS), for example <c>https://app.example</c>,
    /// compared exactly; an app's web view has one of its own, for example <c>capacitor://localhost</c>. A client that registered itself
    /// has those of its http and https redirect addresses.
    /// </summary>
    /// <value>Default: empty.</value>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>Where its public keys are, in place of <see cref="Jwks"/> (<c>jwks_uri</c>): https.</summary>
    public string? JwksUri { get; set; }

    /// <summary>The only algorithm that its assertions may be signed with (<c>token_endpoint_auth_signing_alg</c>), of <see cref="ClientAuthenticationMethods.AssertionAlgorithms"/>.</summary>
    /// <value>Default: null, which is any of them.</value>
    public string? AssertionAlgorithm { get; set; }

    /// <summary>Where the redirect addresses of a pairwise client with several hosts are listed (<c>sector_identifier_uri</c>); its host is the client's sector (OpenID Connect Core 1.0 §8.1).</summary>
    public string? SectorIdentifierUri { get; set; }

    /// <summary>Whether its authorization requests have to be pushed (<c>require_pushed_authorization_requests</c>, RFC 9126 §6).</summary>
    public bool RequirePushedRequests { get; set; }

    /// <summary>How old a sign-in may be where a request has no <c>max_age</c> (<c>default_max_age</c>).</summary>
    /// <value>Default: null, which is as old as the browser's session.</value>
    public TimeSpan? DefaultMaxAge { get; set; }

    /// <summary>A page about it (<c>client_uri</c>): shown to those who are asked for their consent where it is https and on the host that they would be sent to.</summary>
    public string? ClientUri { get; set; }

    /// <summary>Its terms of service (<c>tos_uri</c>), shown likewise.</summary>
    public string? TermsUri { get; set; }

    /// <summary>Its privacy policy (<c>policy_uri</c>), shown likewise.</summary>
    public string? PolicyUri { get; set; }

    /// <summary>What it may ask for in authorization requests (<c>response_types</c>), of <see cref="Clients.ResponseTypes"/>.</summary>
    /// <value>Default: empty, which is <c>code</c> alone, where it has that grant.</value>
    public IList<string> ResponseTypes { get; } = [];

    /// <summary>What answers to its authorization requests are signed with where it asks for that (<c>authorization_signed_response_alg</c>), of <see cref="SigningAlgorithms"/>.</summary>
    /// <value>Default: null, which is what its id tokens are signed with.</value>
    public string? AuthorizationAlgorithm { get; set; }

    /// <summary>Whether it gets no token without a proof of possession (<c>dpop_bound_access_tokens</c>, RFC 9449 §5.2).</summary>
    /// <value>Default: false: it gets a bound token where it sends a proof, else a bearer token.</value>
    public bool DPoPBoundTokens { get; set; }

    /// <summary>Whether its tokens are bound to its certificate (<c>tls_client_certificate_bound_access_tokens</c>, RFC 8705 §3.4), however it proves who it is. Where it sends a proof of possession, they are bound to that.</summary>
    public bool CertificateBoundTokens { get; set; }

    /// <summary>Whom its certificate has to name, for <c>tls_client_auth</c> (RFC 8705 §2.1.2).</summary>
    public CertificateSubject? CertificateSubject { get; set; }

    /// <summary>
    /// Where the server posts a logout token when a session of the client's ends with the browser's (<c>backchannel_logout_uri</c>, OpenID Connect
    /// Back-Channel Logout 1.0 §2.2): https, or http on the loopback interface. The token always has a <c>sid</c>.
    /// </summary>
    /// <value>Default: null, which is nowhere.</value>
    public string? BackChannelLogoutUri { get; set; }

    /// <summary>
    /// What the browser loads when the user signs out (<c>frontchannel_logout_uri</c>, OpenID Connect Front-Channel Logout 1.0 §2), with <c>iss</c> and
    /// <c>sid</c> added: at the origin of one of <see cref="RedirectUris"/>.
    /// </summary>
    /// <value>Default: null, which is nothing.</value>
    public string? FrontChannelLogoutUri { get; set; }

    /// <summary>The only algorithm that its request objects may be signed with (<c>request_object_signing_alg</c>), of <see cref="ClientAuthenticationMethods.AssertionAlgorithms"/>.</summary>
    /// <value>Default: null, which is any of them.</value>
    public string? RequestObjectAlgorithm { get; set; }

    /// <summary>Whether its authorization requests have to be signed (<c>require_signed_request_object</c>, RFC 9101 §10.5).</summary>
    public bool RequireRequestObjects { get; set; }

    /// <summary>What replies of the userinfo endpoint to it are signed with (<c>userinfo_signed_response_alg</c>), of <see cref="SigningAlgorithms"/>.</summary>
    /// <value>Default: null, which is JSON, unsigned.</value>
    public string? UserInfoAlgorithm { get; set; }

    /// <summary>What replies of introspection are signed with where it asks for a JWT (<c>introspection_signed_response_alg</c>, RFC 9701 §6), of <see cref="SigningAlgorithms"/>.</summary>
    /// <value>Default: null, which is <c>RS256</c>.</value>
    public string? IntrospectionAlgorithm { get; set; }

    /// <summary>How long its access tokens are valid, at least a second.</summary>
    /// <value>Default: null, which is <see cref="TokenOptions.AccessTokenLifetime"/>.</value>
    public TimeSpan? AccessTokenLifetime { get; set; }

    /// <summary>How long its id tokens are valid, at least a second.</summary>
    /// <value>Default: null, which is <see cref="OAuthOptions.IdTokenLifetime"/>.</value>
    public TimeSpan? IdTokenLifetime { get; set; }

    /// <summary>How long its sessions last, and with them its refresh tokens, however often they are used. Unused they end with <see cref="Sessions.SessionOptions.IdleTimeout"/>.</summary>
    /// <value>Default: null, which is <see cref="Sessions.SessionOptions.AbsoluteLifetime"/>.</value>
    public TimeSpan? SessionLifetime { get; set; }

    // OpenID Connect Core 1.0 §8.1: the host of the sector identifier, or else of the redirect addresses, of which a pairwise client has one; an app's scheme has no host.
    string? ITokenClient.Sector => !Pairwise ? null : (SectorIdentifierUri is { } sector ? [sector] : RedirectUris)
        .Select(address => new Uri(address))
        .Select(uri => uri.Host.Length > 0 ? uri.Host : uri.Scheme)
        .FirstOrDefault(Id);

    /// <summary>Where the document is that says all of this, where the client's id is its address; null for one that is listed or has registered.</summary>
    internal Uri? Document { get; set; }

    /// <summary>When its secret ends; null where it does not.</summary>
    internal DateTimeOffset? SecretExpiresAt { get; set; }

    /// <summary>What people are shown as its name: of one that nobody here knows, whose address it has too.</summary>
    internal string DisplayName => Document is not { } document ? Name ?? Id : Name is null ? document.Authority : $"{Name} ({document.Authority})";

    internal bool IsPublic => Method is ClientAuthenticationMethods.None;

    internal bool ProvesByKey => Method is ClientAuthenticationMethods.PrivateKeyJwt || ClientAuthenticationMethods.IsTls(Method);

    internal bool MayAskFor(string responseType) =>
        (ResponseTypes.Count == 0 ? responseType == Clients.ResponseTypes.Code : ResponseTypes.Any(own => Clients.ResponseTypes.Of(own) == responseType))
        && (!Clients.ResponseTypes.HasCode(responseType) || Grants.Contains(GrantTypes.AuthorizationCode));

    internal string Method => AuthenticationMethod
        ?? (Jwks is not null || JwksUri is not null ? ClientAuthenticationMethods.PrivateKeyJwt
            : string.IsNullOrEmpty(Secret) && SecretHash is null ? ClientAuthenticationMethods.None
            : ClientAuthenticationMethods.ClientSecretBasic);
}
