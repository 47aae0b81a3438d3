using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>What a client may register (RFC 7591 §2), with what is left open filled in (§3.2.1).</summary>
internal sealed class ClientRules(ScopePolicy scopes)
{
    private const int MaxName = 256;
    private const int MaxMetadata = 8000;
    private static readonly string[] CodeGrants = [GrantTypes.AuthorizationCode, GrantTypes.RefreshToken];

    /// <summary>The registration as it takes effect, or why it cannot.</summary>
    public Outcome<ClientMetadata> Complete(ClientMetadata asked)
    {
        var grants = asked.GrantTypes ?? GrantsOf(asked.ResponseTypes ?? []);
        var complete = asked with
        {
            GrantTypes = grants,
            ResponseTypes = TypesOf(asked, grants),
            AuthenticationMethod = asked.AuthenticationMethod ?? (CanVerify(asked) ? ClientAuthenticationMethods.PrivateKeyJwt : ClientAuthenticationMethods.ClientSecretBasic),
            IdTokenAlgorithm = asked.IdTokenAlgorithm ?? SigningAlgorithms.Rs256,
            SubjectType = asked.SubjectType ?? SubjectTypes.Public,
            RedirectUris = asked.RedirectUris ?? [],
        };
        if (!complete.RedirectUris.All(RedirectUri.IsAcceptable) || !(asked.PostLogoutRedirectUris ?? []).All(RedirectUri.IsAcceptable)
            || (complete.RedirectUris.Count == 0 && (grants.Contains(GrantTypes.AuthorizationCode) || complete.ResponseTypes.Count > 0)))
            return Fault.InvalidRedirectUri;
        return IsPossible(asked, complete) && complete.Write().Length <= MaxMetadata ? complete : Fault.InvalidClientMetadata;
    }

    private bool IsPossible(ClientMetadata asked, ClientMetadata complete) =>
        complete.GrantTypes!.All(MayRegister)
        && (asked.ResponseTypes ?? []).All(type => ResponseTypes.Of(type) is not null)
        && complete.ResponseTypes!.Any(ResponseTypes.HasIdToken) == complete.GrantTypes!.Contains(GrantTypes.Implicit)
        && ClientAuthenticationMethods.IsKnown(complete.AuthenticationMethod!)
        && (asked.Jwks is null || ClientKeys.AreKeys(asked.Jwks.Value.GetRawText()))
        && (complete.AuthenticationMethod is not ClientAuthenticationMethods.PrivateKeyJwt || CanVerify(asked))
        && !(complete.AuthenticationMethod is ClientAuthenticationMethods.None && complete.GrantTypes!.Contains(GrantTypes.ClientCredentials))
        && SigningAlgorithms.IsKnown(complete.IdTokenAlgorithm!)
        && new[] { asked.AuthorizationAlgorithm, asked.UserInfoAlgorithm, asked.IntrospectionAlgorithm }.OfType<string>().All(SigningAlgorithms.IsKnown)
        && (asked.RequestObjectAlgorithm is null || ClientAuthenticationMethods.AssertionAlgorithms.Contains(asked.RequestObjectAlgorithm))
        && (asked.RequiresRequestObject is not true || CanVerify(asked))
        && complete.SubjectType is SubjectTypes.Public or SubjectTypes.Pairwise
        && (complete.SubjectType is SubjectTypes.Public || HasOneSector(complete))
        && Scopes.Split(asked.Scope).All(scopes.All.Contains)
        && (asked.Name is null || (asked.Name.Length is > 0 and <= MaxName && !asked.Name.Any(char.IsControl)));

    // OpenID Connect Dynamic Client Registration 1.0 §2: each response type wants its grants.
    private static string[] GrantsOf(IReadOnlyList<string> types) =>
    [
        .. types.Count == 0 || types.Select(ResponseTypes.Of).OfType<string>().Any(ResponseTypes.HasCode) ? CodeGrants : [],
        .. types.Select(ResponseTypes.Of).OfType<string>().Any(ResponseTypes.HasIdToken) ? new[] { GrantTypes.Implicit } : [],
    ];

    private static string[] TypesOf(ClientMetadata asked, IReadOnlyList<string> grants) =>
        [.. (asked.ResponseTypes is { Count: > 0 } types ? types.Select(ResponseTypes.Of).OfType<string>().Distinct() : [ResponseTypes.Code])
            .Where(type => !ResponseTypes.HasCode(type) || grants.Contains(GrantTypes.AuthorizationCode))];

    private static bool CanVerify(ClientMetadata asked) => asked.Jwks is { } jwks && ClientKeys.CanVerify(jwks.GetRawText());

    // Users hand their passwords to the host's own clients alone, and who those are no registration says.
    private static bool MayRegister(string grant) => grant is GrantTypes.Implicit || (GrantTypes.IsKnown(grant) && grant is not GrantTypes.Password);

    // OpenID Connect Core 1.0 §8.1: without a sector identifier, which would have to be fetched, one host.
    private static bool HasOneSector(ClientMetadata metadata) =>
        metadata.RedirectUris!.Select(address => new Uri(address).Host).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1;
}
