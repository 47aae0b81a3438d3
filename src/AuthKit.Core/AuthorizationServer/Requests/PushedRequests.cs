using AuthKit.AuthorizationServer.Clients;
using AuthKit.Databases;
using AuthKit.Grants;
using AuthKit.Tenants;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Requests;

/// <summary>Authorization requests that clients have pushed (RFC 9126), each good for one answer.</summary>
internal sealed class PushedRequests(HomeDatabase home, OneTimeSecrets secrets, IOptions<AuthKitOptions> options, TimeProvider time)
{
    // RFC 9126 §2.2.
    private const string Prefix = "urn:ietf:params:oauth:request_uri:";

    /// <summary>Whether an address can be that of a pushed request.</summary>
    public static bool IsReference(string requestUri) => requestUri.StartsWith(Prefix, StringComparison.Ordinal);

    public async Task<PushedRequest> AddAsync(AuthorizationParameters parameters, Client client, CancellationToken cancellationToken)
    {
        var lifetime = options.Value.OAuth.PushedRequestLifetime;
        var token = OneTimeSecrets.NewToken(Tenant.Home);
        var grant = new NewGrant(GrantKind.PushedRequest, GrantKey.Of(token), time.GetUtcNow() + lifetime)
        {
            ClientId = client.Id,
            Data = GrantData.Write(parameters with { ClientId = client.Id }),
        };
        await secrets.AddAsync(await home.GetAsync(cancellationToken), grant, cancellationToken);
        return new(Prefix + token.Encode(), (int)lifetime.TotalSeconds);
    }

    /// <summary>A client's request until it expires, answered or not; a page that is loaded again finds it again.</summary>
    public async Task<PushedReference?> FindAsync(string requestUri, string? clientId, CancellationToken cancellationToken) =>
        IsReference(requestUri) && OpaqueToken.TryParse(requestUri[Prefix.Length..], out var token)
        && await secrets.FindAsync(await home.GetAsync(cancellationToken), GrantKind.PushedRequest, GrantKey.Of(token), cancellationToken) is { } grant
        && !secrets.HasExpired(grant)
        && grant.ClientId == clientId
            ? new(grant, token)
            : null;
}
