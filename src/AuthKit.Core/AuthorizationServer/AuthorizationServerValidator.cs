using System.Buffers.Text;
using System.Security.Cryptography;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer;

/// <summary>Refuses to start with an authorization server, or clients, that cannot work; no message repeats a secret.</summary>
internal sealed class AuthorizationServerValidator : IValidateOptions<AuthKitOptions>
{
    private const int LeastInitialAccessToken = 16;
    private const int LeastSecret = 8;
    private const int MostAccountsPerBrowser = 10;

    // RFC 6749 §4.1.2.
    private static readonly TimeSpan LongestCode = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestProof = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan ShortestSecret = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestSecret = TimeSpan.FromDays(3660);

    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        string[] errors = [.. Durations(options.OAuth), .. Registration(options.OAuth), .. Proofs(options.OAuth), .. Interfaces(options), .. Ids(options), .. options.Clients.SelectMany(client => Check(client, options.OAuth))];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Durations(OAuthOptions options)
    {
        if (options.CodeLifetime <= TimeSpan.Zero || options.CodeLifetime > LongestCode)
            yield return "OAuth.CodeLifetime is positive, and 10 minutes at the most.";
        if (options.PushedRequestLifetime <= TimeSpan.Zero || options.DeviceCodeLifetime <= TimeSpan.Zero || options.BrowserSessionLifetime <= TimeSpan.Zero)
            yield return "OAuth: PushedRequestLifetime, DeviceCodeLifetime and BrowserSessionLifetime are positive.";
        if (options.IdTokenLifetime < TimeSpan.FromSeconds(1) || options.DevicePollInterval < TimeSpan.Zero)
            yield return "OAuth: IdTokenLifetime is at least a second, DevicePollInterval not negative.";
        if (options.ClientDocuments.Timeout < TimeSpan.FromMilliseconds(100) || options.ClientDocuments.Timeout > TimeSpan.FromSeconds(30))
            yield return "OAuth.ClientDocuments.Timeout is a tenth of a second to half a minute.";
        if (options.MaxAccountsPerBrowser is < 1 or > MostAccountsPerBrowser)
            yield return $"OAuth.MaxAccountsPerBrowser is 1 to {MostAccountsPerBrowser}: one cookie holds them all.";
    }

    private static IEnumerable<string> Registration(OAuthOptions options)
    {
        if (options.ClientSecretLifetime < ShortestSecret || options.ClientSecretLifetime > LongestSecret)
            yield return "OAuth.ClientSecretLifetime is a minute to ten years; leave it out to have secrets that do not end.";
        if (options.InitialAccessTokens.Any(token => token.Length < LeastInitialAccessToken))
            yield return $"OAuth.InitialAccessTokens: each has at least {LeastInitialAccessToken} characters.";
    }

    private static IEnumerable<string> Proofs(OAuthOptions options)
    {
        if (options.DPoP.ProofLifetime < TimeSpan.FromSeconds(1) || options.DPoP.ProofLifetime > LongestProof)
            yield return "OAuth.DPoP.ProofLifetime is at least a second, and 10 minutes at the most.";
        foreach (var origin in options.DPoP.Origins.Where(origin => !IsOrigin(origin)))
            yield return $"OAuth.DPoP.Origins: '{origin}' is no origin, like 'https://api.example'.";
        if (!options.MutualTls.Authorities.All(AreCertificates))
            yield return "OAuth.MutualTls.Authorities: each holds certificates in PEM.";
        if (options.MutualTls.Origin is { } alias && !IsOrigin(alias))
            yield return $"OAuth.MutualTls.Origin: '{alias}' is no origin, like 'https://mtls.example'.";
    }

    private static bool AreCertificates(string text)
    {
        try
        {
            return ClientCertificates.Read([text]).Count > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.Fragment.Length == 0;

    private static IEnumerable<string> Interfaces(AuthKitOptions options)
    {
        foreach (var scope in options.OAuth.AllScopes().Where(scope => !ClientFields.IsScope(scope.Name) || scope.Name.Contains(',', StringComparison.Ordinal)))
            yield return $"OAuth.Scopes and OAuth.Apis: '{scope.Name}' is no value of a scope.";
        foreach (var twice in options.OAuth.AllScopes().Select(scope => scope.Name).Concat(Scopes.Standard).GroupBy(scope => scope).Where(group => group.Count() > 1))
            yield return $"OAuth.Scopes and OAuth.Apis: the scope '{twice.Key}' is there twice, or has a meaning already.";
        foreach (var api in options.OAuth.Apis)
        {
            if (!ResourceUri.IsIdentifier(api.Identifier))
                yield return $"OAuth.Apis: '{api.Identifier}' is no identifier: an absolute URI without a fragment, at most 256 characters of visible ASCII.";
            if (api.Scopes.Count == 0)
                yield return $"OAuth.Apis: '{api.Identifier}' has no scope, and users would not be asked for it.";
        }

        if (options.OAuth.Apis.Count == 0)
            yield break;
        string[] identifiers = [options.EffectiveAudience, options.UserInfoAudience, .. options.OAuth.Apis.Select(api => api.Identifier)];
        foreach (var twice in identifiers.GroupBy(identifier => ResourceUri.Normalized(identifier) ?? identifier).Where(group => group.Count() > 1))
            yield return $"OAuth.Apis: '{twice.Last()}' is there twice, or is the host's own audience (Audience, by default the Issuer); give the host another one.";
    }

    private static IEnumerable<string> Ids(AuthKitOptions options)
    {
        if (!options.Clients.All(client => ClientFields.IsId(client.Id)))
            yield return "Clients: every client has an Id of at most 256 characters of visible ASCII.";
        foreach (var twice in options.Clients.GroupBy(client => client.Id).Where(group => group.Count() > 1))
            yield return $"Clients: '{twice.Key}' is there twice.";
    }

    private static IEnumerable<string> Check(Client client, OAuthOptions options)
    {
        if (client.Secret is { Length: > 0 and < LeastSecret })
            yield return $"Clients: '{client.Id}' has a Secret of fewer than {LeastSecret} characters, which can be guessed; use 32 random ones.";
        if (client.Grants.Contains(GrantTypes.AuthorizationCode) && client.RedirectUris.Count == 0)
            yield return $"Clients: '{client.Id}' has the grant '{GrantTypes.AuthorizationCode}' and nowhere to send a browser back to; add its address to RedirectUris.";
        foreach (var grant in client.Grants.Where(grant => !GrantTypes.IsKnown(grant)))
            yield return $"Clients: '{client.Id}' has the grant '{grant}', which there is not.";
        foreach (var type in client.ResponseTypes.Where(type => ResponseTypes.Of(type) is null))
            yield return $"Clients: '{client.Id}' has the response type '{type}', which there is not.";
        foreach (var type in client.ResponseTypes.Where(type => ResponseTypes.Of(type) is { } known && !client.MayAskFor(known)))
            yield return $"Clients: '{client.Id}' has the response type '{type}' and not the grant '{GrantTypes.AuthorizationCode}'.";
        if (client.ResponseTypes.Count > 0 && client.RedirectUris.Count == 0)
            yield return $"Clients: '{client.Id}' has response types and nowhere to send a browser back to; add its address to RedirectUris.";
        foreach (var address in client.RedirectUris.Concat(client.PostLogoutRedirectUris).Where(address => !RedirectUri.IsAcceptable(address)))
            yield return $"Clients: '{client.Id}' has the address '{address}', to which nobody may be sent.";
        foreach (var scope in client.Scopes.Except(Scopes.Standard).Except(options.AllScopes().Select(scope => scope.Name)))
            yield return $"Clients: '{client.Id}' has the scope '{scope}', which there is not.";
        foreach (var api in client.Apis.Except(options.Apis.Select(api => api.Identifier)))
            yield return $"Clients: '{client.Id}' stands for the interface '{api}', which there is not in OAuth.Apis.";
        if (client.AuthenticationMethod is { } method && !ClientAuthenticationMethods.IsKnown(method))
            yield return $"Clients: '{client.Id}' has the authentication method '{method}', which there is not.";
        if (client.IdTokenAlgorithm is { } algorithm && !SigningAlgorithms.IsKnown(algorithm))
            yield return $"Clients: '{client.Id}' wants id tokens signed with '{algorithm}', which there is not.";
        foreach (var signed in new[] { client.AuthorizationAlgorithm, client.UserInfoAlgorithm, client.IntrospectionAlgorithm }.OfType<string>().Where(signed => !SigningAlgorithms.IsKnown(signed)))
            yield return $"Clients: '{client.Id}' wants replies signed with '{signed}', which there is not.";
        if (client.RequestObjectAlgorithm is { } asked && !ClientAuthenticationMethods.AssertionAlgorithms.Contains(asked))
            yield return $"Clients: '{client.Id}' signs request objects with '{asked}', which nothing here verifies.";
        if (client.RequireRequestObjects && client.JwksUri is null && !ClientKeys.CanVerify(client.Jwks ?? ""))
            yield return $"Clients: '{client.Id}' has no key that could verify its request objects.";
        if (client.Jwks is { } jwks && !ClientKeys.AreKeys(jwks))
            yield return $"Clients: '{client.Id}' has Jwks that are no set of public keys.";
        else if (client.Method is ClientAuthenticationMethods.PrivateKeyJwt && client.JwksUri is null && !ClientKeys.CanVerify(client.Jwks ?? ""))
            yield return $"Clients: '{client.Id}' has no key that could verify its assertions.";
        if ((client.CertificateBoundTokens || ClientAuthenticationMethods.IsTls(client.AuthenticationMethod)) && !options.MutualTls.Enabled)
            yield return $"Clients: '{client.Id}' has to have a certificate, and nobody looks at certificates; turn OAuth.MutualTls.Enabled on.";
        if (client.Method is ClientAuthenticationMethods.TlsClientAuth && (options.MutualTls.Authorities.Count == 0 || client.CertificateSubject is not { HasOne: true }))
            yield return $"Clients: '{client.Id}' has the authentication method '{ClientAuthenticationMethods.TlsClientAuth}', which needs OAuth.MutualTls.Authorities and one name in CertificateSubject.";
        if (client.Method is ClientAuthenticationMethods.SelfSignedTlsClientAuth && !ClientKeys.CanVerify(client.Jwks ?? ""))
            yield return $"Clients: '{client.Id}' has no key in Jwks that its certificate could have.";
        if (client.SecretHash is { } hash && (!IsHash(hash) || client.Secret is not null))
            yield return $"Clients: '{client.Id}' has a SecretHash that is no SHA-256 in base64url, or a Secret beside it.";
        foreach (var error in CheckFurther(client))
            yield return $"Clients: '{client.Id}' has {error}";
        if (client is { Pairwise: true, SectorIdentifierUri: null } && client.RedirectUris.Where(RedirectUri.IsAcceptable).Select(address => new Uri(address).Host).Distinct().Count() > 1)
            yield return $"Clients: '{client.Id}' is pairwise, and its redirect addresses have several hosts.";
        if (client.BackChannelLogoutUri is { } back && !LogoutUri.IsBackChannel(back))
            yield return $"Clients: '{client.Id}' has the BackChannelLogoutUri '{back}', to which nothing may be posted.";
        if (client.FrontChannelLogoutUri is { } front && !LogoutUri.IsFrontChannel(front, client.RedirectUris))
            yield return $"Clients: '{client.Id}' has the FrontChannelLogoutUri '{front}', which is not at the origin of one of its RedirectUris.";
        foreach (var origin in client.AllowedOrigins.Where(origin => !Origin.IsAcceptable(origin)))
            yield return $"Clients: '{client.Id}' has the origin '{origin}', which no browser would send; write it as https://app.example, without a path or a slash at its end.";
    }

    private static IEnumerable<string> CheckFurther(Client client)
    {
        if (client.JwksUri is { } keys && (client.Jwks is not null || !ClientUris.IsDocument(keys)))
            yield return "a JwksUri that is no https address, or Jwks beside it.";
        if (client.SectorIdentifierUri is { } sector && !ClientUris.IsDocument(sector))
            yield return "a SectorIdentifierUri that is no https address.";
        if (client.AssertionAlgorithm is { } algorithm && !ClientAuthenticationMethods.AssertionAlgorithms.Contains(algorithm))
            yield return $"assertions signed with '{algorithm}', which nobody takes.";
        if (client.DefaultMaxAge < TimeSpan.Zero)
            yield return "a DefaultMaxAge that is negative.";
        if (client.AccessTokenLifetime < TimeSpan.FromSeconds(1) || client.IdTokenLifetime < TimeSpan.FromSeconds(1) || client.SessionLifetime < TimeSpan.FromSeconds(1))
            yield return "an AccessTokenLifetime, IdTokenLifetime or SessionLifetime under a second.";
    }

    private static bool IsHash(string hash) => Base64Url.IsValid(hash, out var length) && length == SHA256.HashSizeInBytes;
}
