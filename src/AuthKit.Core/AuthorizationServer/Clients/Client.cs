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

    /// <summary>Its public keys as a JWK set (<c>jwks</c>, RFC 7517 §5), for <c>private_key_jwt</c>.</summary>
    public string? Jwks { get; set; }

    /// <summary>What its id tokens are signed with (<c>id_token_signed_response_alg</c>): <c>RS256</c> or <c>ES256</c>.</summary>
    /// <value>Default: null, which is what the contract has: <c>RS256</c> for OpenID Connect.</value>
    public string? IdTokenAlgorithm { get; set; }

    /// <summary>Whether users have a name of their own for this client's sector, so that two clients cannot compare notes (<c>subject_type</c> <c>pairwise</c>, OpenID Connect Core 1.0 §8).</summary>
    public bool Pairwise { get; set; }

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

    /// <summary>What people are shown as its name: of one that nobody here knows, whose address it has too.</summary>
    internal string DisplayName => Document is not { } document ? Name ?? Id : Name is null ? document.Authority : $"{Name} ({document.Authority})";

    internal bool IsPublic => Method is ClientAuthenticationMethods.None;

    internal string Method => AuthenticationMethod
        ?? (Jwks is not null || JwksUri is not null ? ClientAuthenticationMethods.PrivateKeyJwt
            : string.IsNullOrEmpty(Secret) && SecretHash is null ? ClientAuthenticationMethods.None
            : ClientAuthenticationMethods.ClientSecretBasic);
}
