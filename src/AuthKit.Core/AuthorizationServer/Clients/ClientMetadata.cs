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

    /// <summary>The response types it uses; <c>code</c> is the only one there is.</summary>
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
        };
        Copy(GrantTypes, client.Grants);
        Copy(RedirectUris, client.RedirectUris);
        Copy(PostLogoutRedirectUris, client.PostLogoutRedirectUris);
        Copy(Tokens.Scopes.Split(Scope), client.Scopes);
        return client;
    }

    private static void Copy(IEnumerable<string>? from, IList<string> to)
    {
        foreach (var value in from ?? [])
            to.Add(value);
    }
}
