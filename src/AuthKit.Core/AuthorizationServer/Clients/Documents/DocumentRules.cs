using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer.Clients.Documents;

/// <summary>What a client id metadata document may say. It is written for many servers: what it offers beyond what there is here is passed over.</summary>
internal static class DocumentRules
{
    private const int MaxRedirectUris = 100;

    private static readonly string[] Grants = [Clients.GrantTypes.AuthorizationCode, Clients.GrantTypes.RefreshToken];

    /// <summary>The member that keeps it from being used; null where none does.</summary>
    public static string? Wrong(ClientMetadata metadata, OAuthOptions options)
    {
        if (metadata.RedirectUris?.Count > MaxRedirectUris || RedirectUrisOf(metadata).Count == 0)
            return "redirect_uris";
        if (!GrantsOf(metadata).Contains(Clients.GrantTypes.AuthorizationCode))
            return "grant_types";
        if (metadata.ResponseTypes is { } responses && !responses.Contains("code"))
            return "response_types";
        if (metadata.JwksUri is { } keys && (metadata.Jwks is not null || !ClientUris.IsDocument(keys)))
            return "jwks_uri";
        if (metadata.Jwks is { } jwks && !ClientKeys.AreKeys(jwks.GetRawText()))
            return "jwks";
        // A shared secret has nowhere to come from.
        if (MethodOf(metadata) is not (ClientAuthenticationMethods.None or ClientAuthenticationMethods.PrivateKeyJwt))
            return "token_endpoint_auth_method";
        if (MethodOf(metadata) is ClientAuthenticationMethods.PrivateKeyJwt && metadata.JwksUri is null && !(metadata.Jwks is { } set && ClientKeys.CanVerify(set.GetRawText())))
            return "jwks";
        if (metadata.AssertionAlgorithm is { } algorithm && !ClientAuthenticationMethods.AssertionAlgorithms.Contains(algorithm))
            return "token_endpoint_auth_signing_alg";
        if (metadata.SectorIdentifierUri is { } sector && !ClientUris.IsDocument(sector))
            return "sector_identifier_uri";
        if (metadata.SubjectType is SubjectTypes.Pairwise && metadata.SectorIdentifierUri is null && HostsOf(metadata) != 1)
            return "subject_type";
        return ClientFeatureRules.Broken(metadata, RedirectUrisOf(metadata), options).Concat(ClientTexts.Broken(metadata)).FirstOrDefault();
    }

    public static string MethodOf(ClientMetadata metadata) => metadata.AuthenticationMethod
        ?? (metadata.Jwks is null && metadata.JwksUri is null ? ClientAuthenticationMethods.None : ClientAuthenticationMethods.PrivateKeyJwt);

    /// <summary>The grants of a browser's alone: whoever decides sees the client's host.</summary>
    public static IReadOnlyList<string> GrantsOf(ClientMetadata metadata) => metadata.GrantTypes is { } named ? [.. Grants.Intersect(named)] : Grants;

    /// <summary>Those that a browser may be sent to.</summary>
    public static IReadOnlyList<string> RedirectUrisOf(ClientMetadata metadata) =>
        [.. (metadata.RedirectUris ?? []).Where(address => address is not null && RedirectUri.IsAcceptable(address, metadata.ApplicationType))];

    public static string? IdTokenAlgorithmOf(ClientMetadata metadata) => metadata.IdTokenAlgorithm is { } algorithm && SigningAlgorithms.IsKnown(algorithm) ? algorithm : null;

    private static int HostsOf(ClientMetadata metadata) => RedirectUrisOf(metadata).Select(static address => new Uri(address).Host).Distinct(StringComparer.OrdinalIgnoreCase).Count();
}
