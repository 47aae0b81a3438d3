namespace AuthKit.AuthorizationServer.Clients;

/// <summary>What a client may not be under the FAPI 2.0 Security Profile (§5.3.2, §5.4.1), whether the host lists it, it registered itself, or a document says what it is.</summary>
internal static class Fapi2ClientRules
{
    private static readonly SecurityOffer Offer = SecurityOffer.Of(SecurityProfile.Fapi2);

    /// <summary>What is wrong with a client: by the member of its registration, and in a sentence to whoever lists it.</summary>
    public static IEnumerable<(string Member, string Sentence)> Broken(Client client)
    {
        if (!Offer.AuthenticationMethods.Contains(client.Method))
            yield return ("token_endpoint_auth_method", $"proves who it is by '{client.Method}', and Fapi2 wants a key: give it Jwks or a JwksUri (private_key_jwt), or one of tls_client_auth and self_signed_tls_client_auth as its AuthenticationMethod, and take its Secret away.");
        if (client.Grants.Contains(GrantTypes.Password))
            yield return ("grant_types", $"has the grant '{GrantTypes.Password}', and Fapi2 rules it out: write '{GrantTypes.AuthorizationCode}' in its place.");
        if (client.ResponseTypes.Any(type => ResponseTypes.Of(type) is { } known && !Offer.ResponseTypes.Contains(known)))
            yield return ("response_types", "has response types with an id token, and Fapi2 has 'code' alone: leave ResponseTypes empty.");
        foreach (var (member, property, algorithm) in ServerAlgorithms(client))
            yield return (member, $"has the {property} '{algorithm}', and Fapi2 rules it out: write '{Offer.ServerAlgorithms[0]}', or leave it out.");
        foreach (var (member, property, algorithm) in ClientAlgorithms(client))
            yield return (member, $"has the {property} '{algorithm}', and Fapi2 rules it out: write '{string.Join("' or '", Offer.ClientAlgorithms)}', or leave it out.");
    }

    private static IEnumerable<(string Member, string Property, string Algorithm)> ServerAlgorithms(Client client) => Beyond(
        Offer.ServerAlgorithms,
        ("id_token_signed_response_alg", nameof(client.IdTokenAlgorithm), client.IdTokenAlgorithm),
        ("authorization_signed_response_alg", nameof(client.AuthorizationAlgorithm), client.AuthorizationAlgorithm),
        ("userinfo_signed_response_alg", nameof(client.UserInfoAlgorithm), client.UserInfoAlgorithm),
        ("introspection_signed_response_alg", nameof(client.IntrospectionAlgorithm), client.IntrospectionAlgorithm));

    private static IEnumerable<(string Member, string Property, string Algorithm)> ClientAlgorithms(Client client) => Beyond(
        Offer.ClientAlgorithms,
        ("token_endpoint_auth_signing_alg", nameof(client.AssertionAlgorithm), client.AssertionAlgorithm),
        ("request_object_signing_alg", nameof(client.RequestObjectAlgorithm), client.RequestObjectAlgorithm));

    private static IEnumerable<(string Member, string Property, string Algorithm)> Beyond(IReadOnlyList<string> offered, params (string Member, string Property, string? Algorithm)[] named) =>
        named.Where(one => one.Algorithm is { } algorithm && !offered.Contains(algorithm)).Select(static one => (one.Member, one.Property, one.Algorithm!));
}
