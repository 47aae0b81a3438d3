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

    /// <summary>What it may ask for in authorization requests (<c>response_types</c>), of <see cref="Clients.ResponseTypes"/>.</summary>
    /// <value>Default: empty, which is <c>code</c> alone, where it has that grant.</value>
    public IList<string> ResponseTypes { get; } = [];

    /// <summary>What answers to its authorization requests are signed with where it asks for that (<c>authorization_signed_response_alg</c>), of <see cref="SigningAlgorithms"/>.</summary>
    /// <value>Default: null, which is what its id tokens are signed with.</value>
    public string? AuthorizationAlgorithm { get; set; }

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

    // OpenID Connect Core 1.0 §8.1: the host of the redirect addresses, of which a pairwise client has one; an app's scheme has no host.
    string? ITokenClient.Sector => !Pairwise ? null : RedirectUris
        .Select(address => new Uri(address))
        .Select(uri => uri.Host.Length > 0 ? uri.Host : uri.Scheme)
        .FirstOrDefault(Id);

    internal bool IsPublic => Method is ClientAuthenticationMethods.None;

    internal bool MayAskFor(string responseType) =>
        (ResponseTypes.Count == 0 ? responseType == Clients.ResponseTypes.Code : ResponseTypes.Any(own => Clients.ResponseTypes.Of(own) == responseType))
        && (!Clients.ResponseTypes.HasCode(responseType) || Grants.Contains(GrantTypes.AuthorizationCode));

    internal string Method => AuthenticationMethod
        ?? (Jwks is not null ? ClientAuthenticationMethods.PrivateKeyJwt
            : string.IsNullOrEmpty(Secret) && SecretHash is null ? ClientAuthenticationMethods.None
            : ClientAuthenticationMethods.ClientSecretBasic);
}
