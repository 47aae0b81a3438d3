using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Http;

namespace AuthKit.AuthorizationServer;

/// <summary>Client registration, as RFC 7591 and the contract's document have it.</summary>
internal static class ClientRegistration
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, TypeInfoResolver = ReplyJson.Default };

    /// <summary>RFC 7591 §3.1.</summary>
    public static RegisterClient Read(WireRequest r)
    {
        // RFC 7591 §3.2.2 has its own word for a member that cannot be.
        r.FaultOfFields = Fault.InvalidClientMetadata;
        return new(r.InitialAccessToken, Metadata(r, r.List("redirect_uris"))) { Members = r.Members };
    }

    /// <summary>As documented: clients choose their id and secret and name one address.</summary>
    public static RegisterClient ReadDocumented(WireRequest r)
    {
        var (id, secret, redirectUri) = (r["client_id"], r.Parameter("client_secret"), r.Parameter("redirect_uri"));
        return new(r.InitialAccessToken, Metadata(r, redirectUri is null ? r.List("redirect_uris") : [redirectUri])) { Members = r.Members, ChoosesCredentials = true, ClientId = id, ClientSecret = secret };
    }

    /// <summary>RFC 7592 §2.2.</summary>
    public static UpdateClient ReadUpdate(WireRequest r)
    {
        r.FaultOfFields = Fault.InvalidClientMetadata;
        return new(r.Query("client_id"), r.RegistrationToken, Metadata(r, r.List("redirect_uris")))
        {
            Members = r.Members,
            NamedId = r.Parameter("client_id"),
            NamedSecret = r.Parameter("client_secret"),
        };
    }

    /// <summary>RFC 7591 §3.2.1, RFC 7592 §3.</summary>
    public static JsonObject Write(RegisteredClient client, string address)
    {
        var written = new JsonObject { ["client_id"] = client.ClientId };
        if (client.ClientSecret is { } secret)
        {
            written["client_secret"] = secret;
            written["client_secret_expires_at"] = 0;
        }

        written["client_id_issued_at"] = client.CreatedAt.ToUnixTimeSeconds();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(client.Metadata, Json)!.AsObject())
            written[name] = value?.DeepClone();
        written["registration_access_token"] = client.RegistrationToken;
        written["registration_client_uri"] = $"{address}?client_id={client.ClientId}";
        return written;
    }

    private static ClientMetadata Metadata(WireRequest r, IReadOnlyList<string>? redirectUris) => new()
    {
        RedirectUris = redirectUris,
        AuthenticationMethod = r.Parameter("token_endpoint_auth_method"),
        GrantTypes = r.List("grant_types"),
        ResponseTypes = r.List("response_types"),
        Name = r.Parameter("client_name"),
        Scope = r.Parameter("scope"),
        Jwks = r.Object("jwks"),
        PostLogoutRedirectUris = r.List("post_logout_redirect_uris"),
        SubjectType = r.Parameter("subject_type"),
        IdTokenAlgorithm = r.Parameter("id_token_signed_response_alg"),
        ClientUri = r.Parameter("client_uri"),
        LogoUri = r.Parameter("logo_uri"),
        Contacts = r.List("contacts"),
        TermsUri = r.Parameter("tos_uri"),
        PolicyUri = r.Parameter("policy_uri"),
        JwksUri = r.Parameter("jwks_uri"),
        SoftwareId = r.Parameter("software_id"),
        SoftwareVersion = r.Parameter("software_version"),
        ApplicationType = r.Parameter("application_type"),
        SectorIdentifierUri = r.Parameter("sector_identifier_uri"),
        AssertionAlgorithm = r.Parameter("token_endpoint_auth_signing_alg"),
        RequiresPushedRequests = r.Flag("require_pushed_authorization_requests"),
        DefaultMaxAge = r.Number("default_max_age"),
        RequiresAuthTime = r.Flag("require_auth_time"),
        InitiateLoginUri = r.Parameter("initiate_login_uri"),
        AuthorizationDetailsTypes = r.List("authorization_details_types"),
        AuthorizationAlgorithm = r.Parameter("authorization_signed_response_alg"),
        BackChannelLogoutUri = r.Parameter("backchannel_logout_uri"),
        BackChannelLogoutNeedsSession = r.Flag("backchannel_logout_session_required"),
        FrontChannelLogoutUri = r.Parameter("frontchannel_logout_uri"),
        FrontChannelLogoutNeedsSession = r.Flag("frontchannel_logout_session_required"),
        RequestObjectAlgorithm = r.Parameter("request_object_signing_alg"),
        RequiresRequestObject = r.Flag("require_signed_request_object"),
        UserInfoAlgorithm = r.Parameter("userinfo_signed_response_alg"),
        IntrospectionAlgorithm = r.Parameter("introspection_signed_response_alg"),
        DPoPBoundTokens = r.Flag("dpop_bound_access_tokens"),
        CertificateBoundTokens = r.Flag("tls_client_certificate_bound_access_tokens"),
    };
}
