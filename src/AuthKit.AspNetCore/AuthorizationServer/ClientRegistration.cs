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
    public static RegisterClient Read(WireRequest r) => new(r.InitialAccessToken, Metadata(r, r.List("redirect_uris")));

    /// <summary>As documented: clients choose their id and secret and name one address.</summary>
    public static RegisterClient ReadDocumented(WireRequest r)
    {
        var (id, secret, redirectUri) = (r["client_id"], r.Parameter("client_secret"), r.Parameter("redirect_uri"));
        return new(r.InitialAccessToken, Metadata(r, redirectUri is null ? r.List("redirect_uris") : [redirectUri])) { ChoosesCredentials = true, ClientId = id, ClientSecret = secret };
    }

    /// <summary>RFC 7591 §3.2.1.</summary>
    public static JsonObject Write(RegisteredClient client)
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
        BackChannelLogoutUri = r.Parameter("backchannel_logout_uri"),
        FrontChannelLogoutUri = r.Parameter("frontchannel_logout_uri"),
    };
}
