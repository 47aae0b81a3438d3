using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Details;
using AuthKit.AuthorizationServer.Exchanges;
using AuthKit.AuthorizationServer.Pages;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Proofs;
using AuthKit.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer;

/// <summary>What the server says of itself (RFC 8414 §2, OpenID Connect Discovery 1.0 §3).</summary>
internal static class Discovery
{
    /// <summary>The flow of the routes that publish it.</summary>
    public static Flow<Discover, JsonObject> Flow(OAuthContract contract) => new((services, _, _, _) =>
        Task.FromResult<Outcome<JsonObject>>(Describe(
            contract,
            services.GetRequiredService<IOptions<AuthKitOptions>>().Value,
            services.GetServices<IAuthorizationDetailsType>(),
            services.GetService<ITokenExchangePolicy>() is not null)));

    private static JsonObject Describe(OAuthContract contract, AuthKitOptions options, IEnumerable<IAuthorizationDetailsType> details, bool exchanges)
    {
        var offer = SecurityOffer.Of(options.OAuth.Profile);
        string[] methods = [.. offer.AuthenticationMethods.Where(method => IsThere(method, options.OAuth.MutualTls))];
        var hasImplicit = offer.ResponseTypes.Contains(ResponseTypes.IdToken);
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
            ["scopes_supported"] = List([.. Scopes.Standard, .. options.OAuth.AllScopes().Select(scope => scope.Name)]),
            ["response_types_supported"] = List(offer.ResponseTypes),
            ["response_modes_supported"] = List(ResponseModes.All),
            ["grant_types_supported"] = List([GrantTypes.AuthorizationCode, GrantTypes.RefreshToken, GrantTypes.ClientCredentials, GrantTypes.DeviceCode, .. hasImplicit ? [GrantTypes.Implicit] : Array.Empty<string>(), .. exchanges ? [GrantTypes.TokenExchange] : Array.Empty<string>()]),
            ["subject_types_supported"] = List(SubjectTypes.Public, SubjectTypes.Pairwise),
            ["id_token_signing_alg_values_supported"] = List(offer.ServerAlgorithms),
            ["userinfo_signing_alg_values_supported"] = List(offer.ServerAlgorithms),
            ["introspection_signing_alg_values_supported"] = List(offer.ServerAlgorithms),
            ["authorization_signing_alg_values_supported"] = List(offer.ServerAlgorithms),
            ["token_endpoint_auth_methods_supported"] = List(methods),
            ["token_endpoint_auth_signing_alg_values_supported"] = List(offer.ClientAlgorithms),
            ["revocation_endpoint_auth_methods_supported"] = List(methods),
            ["introspection_endpoint_auth_methods_supported"] = List(methods.Where(static method => method != ClientAuthenticationMethods.None)),
            ["dpop_signing_alg_values_supported"] = List(offer.ProofAlgorithms),
            ["code_challenge_methods_supported"] = List("S256"),
            ["prompt_values_supported"] = List("none", "login", "consent", "select_account", "create"),
            ["backchannel_logout_supported"] = true,
            ["backchannel_logout_session_supported"] = true,
            ["frontchannel_logout_supported"] = true,
            ["frontchannel_logout_session_supported"] = true,
            ["claims_supported"] = List("sub", "iss", "aud", "exp", "iat", "auth_time", "acr", "amr", "nonce", "at_hash", "c_hash", "s_hash", "sid", "name", "given_name", "family_name", "preferred_username", "email", "email_verified", "phone_number", "phone_number_verified", "address"),
            ["acr_values_supported"] = List(options.SignIn.SingleFactorContext, options.SignIn.MultiFactorContext),
            ["claims_parameter_supported"] = true,
            ["request_parameter_supported"] = true,
            ["request_uri_parameter_supported"] = false,
            ["request_object_signing_alg_values_supported"] = List(offer.ClientAlgorithms),
            ["require_signed_request_object"] = options.OAuth.RequireRequestObjects,
            ["require_pushed_authorization_requests"] = options.OAuth.RequirePushedRequests,
            ["authorization_response_iss_parameter_supported"] = true,
        };
        if (options.OAuth.OpenRegistration || options.OAuth.InitialAccessTokens.Count > 0)
            metadata["registration_endpoint"] = Address(OAuthPaths.Register);
        if (details.Select(type => type.Type).ToList() is { Count: > 0 } types)
            metadata["authorization_details_types_supported"] = List(types);
        // RFC 9728 §4.
        if (options.OAuth.Apis.Count > 0)
            metadata["protected_resources"] = List(options.OAuth.Apis.Select(api => api.Identifier));
        if (options.OAuth.ClientIdMetadataDocuments)
            metadata["client_id_metadata_document_supported"] = true;
        if (options.OAuth.MutualTls.Enabled)
            metadata["tls_client_certificate_bound_access_tokens"] = true;
        if (options.OAuth.MutualTls is { Enabled: true, Origin: { } origin })
            metadata["mtls_endpoint_aliases"] = Aliases(contract, origin, options);
        return metadata;

        string Address(string path) => contract.AddressOf(path, options);
    }

    private static bool IsThere(string method, MutualTlsOptions options) => method switch
    {
        ClientAuthenticationMethods.TlsClientAuth => options is { Enabled: true, Authorities.Count: > 0 },
        ClientAuthenticationMethods.SelfSignedTlsClientAuth => options.Enabled,
        _ => true,
    };

    // RFC 8705 §5: where the same routes are reached by who has a certificate.
    private static JsonObject Aliases(OAuthContract contract, string origin, AuthKitOptions options)
    {
        return new()
        {
            ["token_endpoint"] = Alias(OAuthPaths.Token),
            ["userinfo_endpoint"] = Alias(OAuthPaths.UserInfo),
            ["revocation_endpoint"] = Alias(OAuthPaths.Revoke),
            ["introspection_endpoint"] = Alias(OAuthPaths.Introspect),
            ["pushed_authorization_request_endpoint"] = Alias(OAuthPaths.PushedRequest),
            ["device_authorization_endpoint"] = Alias(OAuthPaths.DeviceAuthorization),
        };

        string Alias(string path) => origin.TrimEnd('/') + new Uri(contract.AddressOf(path, options)).AbsolutePath;
    }

    private static JsonArray List(params IEnumerable<string> values) => [.. values.Select(value => JsonValue.Create(value))];
}

/// <summary>Asks what the server says of itself.</summary>
internal sealed record Discover : Command;
