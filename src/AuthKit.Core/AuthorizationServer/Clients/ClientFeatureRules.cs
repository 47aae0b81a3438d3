using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>What a client that strangers describe, by registration or by a document, may ask for beyond signing people in.</summary>
internal static class ClientFeatureRules
{
    /// <summary>The members whose value cannot be.</summary>
    /// <param name="asked">What the client says of itself.</param>
    /// <param name="redirectUris">Where a browser may be sent back to.</param>
    /// <param name="options">What there is.</param>
    public static IEnumerable<string> Broken(ClientMetadata asked, IReadOnlyList<string> redirectUris, OAuthOptions options)
    {
        if (asked.AuthorizationAlgorithm is { } answers && !SigningAlgorithms.IsKnown(answers))
            yield return "authorization_signed_response_alg";
        if (asked.UserInfoAlgorithm is { } userInfo && !SigningAlgorithms.IsKnown(userInfo))
            yield return "userinfo_signed_response_alg";
        if (asked.IntrospectionAlgorithm is { } introspection && !SigningAlgorithms.IsKnown(introspection))
            yield return "introspection_signed_response_alg";
        if (asked.RequestObjectAlgorithm is { } requests && !ClientAuthenticationMethods.AssertionAlgorithms.Contains(requests))
            yield return "request_object_signing_alg";
        if (asked.RequiresRequestObject is true && !ClientRules.CanVerify(asked))
            yield return "require_signed_request_object";
        if (asked.CertificateBoundTokens is true && !options.MutualTls.Enabled)
            yield return "tls_client_certificate_bound_access_tokens";
        // By what strangers name, nothing but https.
        if (asked.BackChannelLogoutUri is { } back && !(LogoutUri.IsBackChannel(back) && back.StartsWith("https:", StringComparison.Ordinal)))
            yield return "backchannel_logout_uri";
        if (asked.FrontChannelLogoutUri is { } front && !LogoutUri.IsFrontChannel(front, redirectUris))
            yield return "frontchannel_logout_uri";
        if (asked.DefaultMaxAge is < 0 or > int.MaxValue)
            yield return "default_max_age";
    }
}
