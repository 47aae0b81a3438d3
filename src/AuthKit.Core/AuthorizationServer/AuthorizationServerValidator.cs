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

    // RFC 6749 §4.1.2.
    private static readonly TimeSpan LongestCode = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        string[] errors = [.. Durations(options.OAuth), .. Registration(options.OAuth), .. Interfaces(options), .. Ids(options), .. options.Clients.SelectMany(client => Check(client, options.OAuth))];
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
    }

    private static IEnumerable<string> Registration(OAuthOptions options)
    {
        if (options.InitialAccessTokens.Any(token => token.Length < LeastInitialAccessToken))
            yield return $"OAuth.InitialAccessTokens: each has at least {LeastInitialAccessToken} characters.";
    }

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
        if (client.Jwks is { } jwks && !ClientKeys.AreKeys(jwks))
            yield return $"Clients: '{client.Id}' has Jwks that are no set of public keys.";
        else if (client.Method is ClientAuthenticationMethods.PrivateKeyJwt && !ClientKeys.CanVerify(client.Jwks ?? ""))
            yield return $"Clients: '{client.Id}' has no key that could verify its assertions.";
        if (client.SecretHash is { } hash && (!IsHash(hash) || client.Secret is not null))
            yield return $"Clients: '{client.Id}' has a SecretHash that is no SHA-256 in base64url, or a Secret beside it.";
        if (client.Pairwise && client.RedirectUris.Where(RedirectUri.IsAcceptable).Select(address => new Uri(address).Host).Distinct().Count() > 1)
            yield return $"Clients: '{client.Id}' is pairwise, and its redirect addresses have several hosts.";
    }

    private static bool IsHash(string hash) => Base64Url.IsValid(hash, out var length) && length == SHA256.HashSizeInBytes;
}
