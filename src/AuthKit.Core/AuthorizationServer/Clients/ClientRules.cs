using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>What a client may register (RFC 7591 §2), with what is left open filled in (§3.2.1).</summary>
internal sealed class ClientRules(ScopePolicy scopes)
{
    private const int MaxName = 256;
    private const int MaxMetadata = 8000;
    private static readonly string[] Code = ["code"];

    /// <summary>The registration as it takes effect, or why it cannot.</summary>
    public Outcome<ClientMetadata> Complete(ClientMetadata asked)
    {
        var grants = asked.GrantTypes ?? [GrantTypes.AuthorizationCode, GrantTypes.RefreshToken];
        var complete = asked with
        {
            GrantTypes = grants,
            ResponseTypes = grants.Contains(GrantTypes.AuthorizationCode) ? Code : [],
            AuthenticationMethod = asked.AuthenticationMethod ?? (CanVerify(asked) ? ClientAuthenticationMethods.PrivateKeyJwt : ClientAuthenticationMethods.ClientSecretBasic),
            IdTokenAlgorithm = asked.IdTokenAlgorithm ?? SigningAlgorithms.Rs256,
            SubjectType = asked.SubjectType ?? SubjectTypes.Public,
            RedirectUris = asked.RedirectUris ?? [],
        };
        if (!complete.RedirectUris.All(RedirectUri.IsAcceptable) || !(asked.PostLogoutRedirectUris ?? []).All(RedirectUri.IsAcceptable)
            || (complete.RedirectUris.Count == 0 && grants.Contains(GrantTypes.AuthorizationCode)))
            return Fault.InvalidRedirectUri;
        // By what strangers name, nothing but https.
        if ((asked.BackChannelLogoutUri is { } back && !(LogoutUri.IsBackChannel(back) && back.StartsWith("https:", StringComparison.Ordinal)))
            || (asked.FrontChannelLogoutUri is { } front && !LogoutUri.IsFrontChannel(front, complete.RedirectUris)))
            return Fault.InvalidClientMetadata;
        return IsPossible(asked, complete) && complete.Write().Length <= MaxMetadata ? complete : Fault.InvalidClientMetadata;
    }

    private bool IsPossible(ClientMetadata asked, ClientMetadata complete) =>
        complete.GrantTypes!.All(MayRegister)
        && (asked.ResponseTypes ?? Code).All(Code.Contains)
        && ClientAuthenticationMethods.IsKnown(complete.AuthenticationMethod!)
        && (asked.Jwks is null || ClientKeys.AreKeys(asked.Jwks.Value.GetRawText()))
        && (complete.AuthenticationMethod is not ClientAuthenticationMethods.PrivateKeyJwt || CanVerify(asked))
        && !(complete.AuthenticationMethod is ClientAuthenticationMethods.None && complete.GrantTypes!.Contains(GrantTypes.ClientCredentials))
        && SigningAlgorithms.IsKnown(complete.IdTokenAlgorithm!)
        && complete.SubjectType is SubjectTypes.Public or SubjectTypes.Pairwise
        && (complete.SubjectType is SubjectTypes.Public || HasOneSector(complete))
        && Scopes.Split(asked.Scope).All(scopes.All.Contains)
        && (asked.Name is null || (asked.Name.Length is > 0 and <= MaxName && !asked.Name.Any(char.IsControl)));

    private static bool CanVerify(ClientMetadata asked) => asked.Jwks is { } jwks && ClientKeys.CanVerify(jwks.GetRawText());

    // Users hand their passwords to the host's own clients alone, and who those are no registration says.
    private static bool MayRegister(string grant) => GrantTypes.IsKnown(grant) && grant != GrantTypes.Password;

    // OpenID Connect Core 1.0 §8.1: without a sector identifier, which would have to be fetched, one host.
    private static bool HasOneSector(ClientMetadata metadata) =>
        metadata.RedirectUris!.Select(address => new Uri(address).Host).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1;
}
