using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>What a client may register (RFC 7591 §2), with what is left open filled in (§3.2.1).</summary>
internal sealed class ClientRules(ScopePolicy scopes, IOptions<AuthKitOptions> options)
{
    private const int MaxMetadata = 8000;
    private static readonly string[] CodeGrants = [GrantTypes.AuthorizationCode, GrantTypes.RefreshToken];

    /// <summary>The registration as it takes effect, or why it cannot: the failure names the member.</summary>
    /// <param name="asked">What the client says of itself.</param>
    /// <param name="members">The names of the members that it sent.</param>
    public Outcome<ClientMetadata> Complete(ClientMetadata asked, IReadOnlyCollection<string> members)
    {
        var grants = asked.GrantTypes ?? GrantsOf(asked.ResponseTypes ?? []);
        var complete = asked with
        {
            GrantTypes = grants,
            ResponseTypes = TypesOf(asked, grants),
            AuthenticationMethod = asked.AuthenticationMethod ?? (CanVerify(asked) ? ClientAuthenticationMethods.PrivateKeyJwt : ClientAuthenticationMethods.ClientSecretBasic),
            IdTokenAlgorithm = asked.IdTokenAlgorithm ?? SecurityOffer.Of(options.Value.OAuth.Profile).AlgorithmFor(SigningAlgorithms.Rs256),
            SubjectType = asked.SubjectType ?? SubjectTypes.Public,
            RedirectUris = asked.RedirectUris ?? [],
        };
        if (!complete.RedirectUris.All(address => RedirectUri.IsAcceptable(address, asked.ApplicationType)) || !(asked.PostLogoutRedirectUris ?? []).All(RedirectUri.IsAcceptable)
            || (complete.RedirectUris.Count == 0 && (grants.Contains(GrantTypes.AuthorizationCode) || complete.ResponseTypes.Count > 0)))
            return Fault.InvalidRedirectUri;
        BrokenRule[] broken =
        [
            .. UnsupportedMetadata.Of(members).Select(member => new BrokenRule(member, UnsupportedMetadata.Rule)),
            .. Broken(asked, complete).Concat(ClientTexts.Broken(asked)).Select(member => new BrokenRule(member, Rule.Unknown)),
        ];
        if (broken.Length == 0 && options.Value.OAuth.Profile is SecurityProfile.Fapi2)
            broken = [.. Fapi2ClientRules.Broken(complete.ToClient("", secretHash: null)).Select(static rule => new BrokenRule(rule.Member, Rule.Unknown))];
        return broken.Length > 0 ? new Failure(Fault.InvalidClientMetadata, broken)
            : complete.Write().Length <= MaxMetadata ? complete
            : Fault.InvalidClientMetadata;
    }

    /// <summary>The members whose value cannot be.</summary>
    private IEnumerable<string> Broken(ClientMetadata asked, ClientMetadata complete)
    {
        if (!complete.GrantTypes!.All(MayRegister) || complete.ResponseTypes!.Any(ResponseTypes.HasIdToken) != complete.GrantTypes!.Contains(GrantTypes.Implicit))
            yield return "grant_types";
        if (!(asked.ResponseTypes ?? []).All(type => ResponseTypes.Of(type) is not null))
            yield return "response_types";
        foreach (var member in BrokenOfAuthentication(asked, complete))
            yield return member;
        if (!SigningAlgorithms.IsKnown(complete.IdTokenAlgorithm!))
            yield return "id_token_signed_response_alg";
        if (complete.SubjectType is not (SubjectTypes.Public or SubjectTypes.Pairwise) || (complete.SubjectType is SubjectTypes.Pairwise && !HasOneSector(complete)))
            yield return "subject_type";
        if (asked.SectorIdentifierUri is { } sector && !ClientUris.IsDocument(sector))
            yield return "sector_identifier_uri";
        if (!Scopes.Split(asked.Scope).All(scopes.All.Contains))
            yield return "scope";
        if (asked.ApplicationType is not (null or ApplicationTypes.Web or ApplicationTypes.Native))
            yield return "application_type";
        foreach (var member in ClientFeatureRules.Broken(asked, complete.RedirectUris!, options.Value.OAuth))
            yield return member;
    }

    private static IEnumerable<string> BrokenOfAuthentication(ClientMetadata asked, ClientMetadata complete)
    {
        // A public client that acts in its own name would be anybody.
        if (!ClientAuthenticationMethods.IsKnown(complete.AuthenticationMethod!) || ClientAuthenticationMethods.IsTls(complete.AuthenticationMethod)
            || (complete.AuthenticationMethod is ClientAuthenticationMethods.None && complete.GrantTypes!.Contains(GrantTypes.ClientCredentials)))
            yield return "token_endpoint_auth_method";
        // RFC 7591 §2: never both.
        if (asked.JwksUri is { } address && (asked.Jwks is not null || !ClientUris.IsDocument(address)))
            yield return "jwks_uri";
        if ((asked.Jwks is { } jwks && !ClientKeys.AreKeys(jwks.GetRawText())) || (complete.AuthenticationMethod is ClientAuthenticationMethods.PrivateKeyJwt && !CanVerify(asked)))
            yield return "jwks";
        if (asked.AssertionAlgorithm is { } algorithm && !ClientAuthenticationMethods.AssertionAlgorithms.Contains(algorithm))
            yield return "token_endpoint_auth_signing_alg";
    }

    // OpenID Connect Dynamic Client Registration 1.0 §2: each response type wants its grants.
    private static string[] GrantsOf(IReadOnlyList<string> types) =>
    [
        .. types.Count == 0 || types.Select(ResponseTypes.Of).OfType<string>().Any(ResponseTypes.HasCode) ? CodeGrants : [],
        .. types.Select(ResponseTypes.Of).OfType<string>().Any(ResponseTypes.HasIdToken) ? new[] { GrantTypes.Implicit } : [],
    ];

    private static string[] TypesOf(ClientMetadata asked, IReadOnlyList<string> grants) =>
        [.. (asked.ResponseTypes is { Count: > 0 } types ? types.Select(ResponseTypes.Of).OfType<string>().Distinct() : [ResponseTypes.Code])
            .Where(type => !ResponseTypes.HasCode(type) || grants.Contains(GrantTypes.AuthorizationCode))];

    internal static bool CanVerify(ClientMetadata asked) => asked.JwksUri is not null || (asked.Jwks is { } jwks && ClientKeys.CanVerify(jwks.GetRawText()));

    // Users hand their passwords to the host's own clients alone, and who those are no registration says; nor whose tokens a client may exchange.
    private static bool MayRegister(string grant) => grant is GrantTypes.Implicit || (GrantTypes.IsKnown(grant) && grant is not (GrantTypes.Password or GrantTypes.TokenExchange));

    // OpenID Connect Core 1.0 §8.1: without a sector identifier, one host.
    private static bool HasOneSector(ClientMetadata metadata) =>
        metadata.SectorIdentifierUri is not null || metadata.RedirectUris!.Select(address => new Uri(address).Host).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1;
}
