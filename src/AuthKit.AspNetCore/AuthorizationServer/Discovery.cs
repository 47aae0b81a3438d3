using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Pages;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer;

/// <summary>What the server says of itself (RFC 8414 §2, OpenID Connect Discovery 1.0 §3).</summary>
internal static class Discovery
{
    private static readonly string[] AuthenticationMethods =
    [
        ClientAuthenticationMethods.ClientSecretBasic,
        ClientAuthenticationMethods.ClientSecretPost,
        ClientAuthenticationMethods.PrivateKeyJwt,
    ];

    /// <summary>The flow of the routes that publish it.</summary>
    public static Flow<Discover, JsonObject> Flow(OAuthContract contract) => new((services, _, _, _) =>
        Task.FromResult<Outcome<JsonObject>>(Describe(contract, services.GetRequiredService<IOptions<AuthKitOptions>>().Value)));

    private static JsonObject Describe(OAuthContract contract, AuthKitOptions options)
    {
        var metadata = new JsonObject
        {
            ["issuer"] = options.Issuer,
            ["authorization_endpoint"] = Address(OAuthPages.Authorize),
            ["token_endpoint"] = Address(OAuthPaths.Token),
            ["jwks_uri"] = $"{options.Issuer.TrimEnd('/')}/.well-known/jwks.json",
            ["userinfo_endpoint"] = Address(OAuthPaths.UserInfo),
            ["end_session_endpoint"] = Address(OAuthPages.Logout),
            ["revocation_endpoint"] = Address(OAuthPaths.Revoke),
            ["introspection_endpoint"] = Address(OAuthPaths.Introspect),
            ["pushed_authorization_request_endpoint"] = Address(OAuthPaths.PushedRequest),
            ["device_authorization_endpoint"] = Address(OAuthPaths.DeviceAuthorization),
            ["scopes_supported"] = List([.. Scopes.Standard, .. options.OAuth.Scopes.Select(scope => scope.Name)]),
            ["response_types_supported"] = List(ResponseTypes.All),
            ["response_modes_supported"] = List(ResponseModes.All),
            ["grant_types_supported"] = List(GrantTypes.AuthorizationCode, GrantTypes.RefreshToken, GrantTypes.ClientCredentials, GrantTypes.DeviceCode, GrantTypes.Implicit),
            ["subject_types_supported"] = List(SubjectTypes.Public, SubjectTypes.Pairwise),
            ["id_token_signing_alg_values_supported"] = List(SigningAlgorithms.Rs256, SigningAlgorithms.Es256),
            ["userinfo_signing_alg_values_supported"] = List(SigningAlgorithms.Rs256, SigningAlgorithms.Es256),
            ["introspection_signing_alg_values_supported"] = List(SigningAlgorithms.Rs256, SigningAlgorithms.Es256),
            ["authorization_signing_alg_values_supported"] = List(SigningAlgorithms.Rs256, SigningAlgorithms.Es256),
            ["token_endpoint_auth_methods_supported"] = List([.. AuthenticationMethods, ClientAuthenticationMethods.None]),
            ["token_endpoint_auth_signing_alg_values_supported"] = List(ClientAuthenticationMethods.AssertionAlgorithms),
            ["revocation_endpoint_auth_methods_supported"] = List([.. AuthenticationMethods, ClientAuthenticationMethods.None]),
            ["introspection_endpoint_auth_methods_supported"] = List(AuthenticationMethods),
            ["code_challenge_methods_supported"] = List("S256"),
            ["prompt_values_supported"] = List("none", "login", "consent", "select_account"),
            ["claims_supported"] = List("sub", "iss", "aud", "exp", "iat", "auth_time", "nonce", "at_hash", "c_hash", "s_hash", "sid", "name", "given_name", "family_name", "preferred_username", "email", "email_verified", "phone_number", "phone_number_verified", "address"),
            ["claims_parameter_supported"] = true,
            ["request_parameter_supported"] = true,
            ["request_uri_parameter_supported"] = false,
            ["request_object_signing_alg_values_supported"] = List(ClientAuthenticationMethods.AssertionAlgorithms),
            ["require_signed_request_object"] = options.OAuth.RequireRequestObjects,
            ["require_pushed_authorization_requests"] = options.OAuth.RequirePushedRequests,
            ["authorization_response_iss_parameter_supported"] = true,
        };
        if (options.OAuth.OpenRegistration || options.OAuth.InitialAccessTokens.Count > 0)
            metadata["registration_endpoint"] = Address(OAuthPaths.Register);
        return metadata;

        string Address(string path) => contract.AddressOf(path, options);
    }

    private static JsonArray List(params IEnumerable<string> values) => [.. values.Select(value => JsonValue.Create(value))];
}

/// <summary>Asks what the server says of itself.</summary>
internal sealed record Discover : Command;
