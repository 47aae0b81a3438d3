using System.Buffers.Text;
using System.Security.Cryptography;
using AuthKit.Clients;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>Refuses to start with an authorization server or with clients that cannot work; no message repeats a secret.</summary>
internal sealed class OAuthValidator : IValidateOptions<AuthKitOptions>
{
    private const int LeastInitialAccessToken = 16;
    private static readonly TimeSpan LongestCode = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        string[] errors =
        [
            .. Server(options.OAuth).Select(error => $"OAuth: {error}"),
            .. Twice(options.Clients).Concat(options.Clients.SelectMany(Of)).Select(error => $"Clients: {error}"),
        ];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Server(OAuthOptions options)
    {
        if (options.CodeLifetime <= TimeSpan.Zero || options.CodeLifetime > LongestCode)
            yield return "CodeLifetime is positive and at most 10 minutes.";
        TimeSpan[] lifetimes = [options.PushedRequestLifetime, options.DeviceCodeLifetime, options.IdTokenLifetime, options.BrowserSessionLifetime];
        if (lifetimes.Any(lifetime => lifetime < TimeSpan.FromSeconds(1)) || options.DevicePollInterval < TimeSpan.Zero)
            yield return "PushedRequestLifetime, DeviceCodeLifetime, IdTokenLifetime and BrowserSessionLifetime are at least a second, DevicePollInterval is not negative.";
        if (options.InitialAccessTokens.Any(token => token.Length < LeastInitialAccessToken))
            yield return "InitialAccessTokens are at least 16 characters each.";
        foreach (var scope in options.Scopes.Where(scope => !ClientFields.IsScope(scope.Name) || Scopes.Standard.Contains(scope.Name)))
            yield return $"the scope '{scope.Name}' is no scope of 1 to 128 characters (RFC 6749 §3.3), or has a meaning already.";
    }

    private static IEnumerable<string> Twice(IEnumerable<Client> clients) =>
        clients.GroupBy(client => client.Id).Where(group => group.Count() > 1).Select(group => $"'{group.Key}' is there twice.");

    private static IEnumerable<string> Of(Client client)
    {
        if (!ClientFields.IsId(client.Id))
        {
            yield return "every client has an Id of visible ASCII, at most 256 characters.";
            yield break;
        }

        if (client.SecretHash is { } hash && (!Base64Url.IsValid(hash, out var length) || length != SHA256.HashSizeInBytes || client.Secret is not null))
            yield return $"'{client.Id}': SecretHash is a SHA-256 in base64url, in place of Secret.";
        foreach (var grant in client.Grants.Where(grant => !GrantTypes.IsKnown(grant)))
            yield return $"'{client.Id}': '{grant}' is no grant.";
        if (!client.RedirectUris.Concat(client.PostLogoutRedirectUris).All(RedirectUri.IsAcceptable))
            yield return $"'{client.Id}': redirect addresses are absolute, without fragment, and https, http on the loopback interface, or of an app's own scheme.";
        if (!ClientAuthenticationMethods.IsKnown(client.Method) || (client.Method is ClientAuthenticationMethods.PrivateKeyJwt && client.Jwks is null))
            yield return $"'{client.Id}': AuthenticationMethod is unknown, or lacks what it needs.";
        if (client.Jwks is { } jwks && ClientKeys.Read(jwks) is null)
            yield return $"'{client.Id}': Jwks is a JWK set of 1 to 8 public keys, elliptic curve or RSA.";
        if (client.IdTokenAlgorithm is { } algorithm && !SigningAlgorithms.IsKnown(algorithm))
            yield return $"'{client.Id}': IdTokenAlgorithm is RS256 or ES256.";
        if (client.Pairwise && client.RedirectUris.Select(address => new Uri(address, UriKind.RelativeOrAbsolute)).Where(uri => uri.IsAbsoluteUri).Select(uri => uri.Host).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
            yield return $"'{client.Id}': a pairwise client's redirect addresses have one host.";
    }
}
