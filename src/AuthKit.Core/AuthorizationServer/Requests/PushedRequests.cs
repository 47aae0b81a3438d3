using System.Security.Cryptography;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Databases;
using AuthKit.Grants;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Requests;

/// <summary>Authorization requests that clients have pushed (RFC 9126), each good for one answer.</summary>
internal sealed class PushedRequests(HomeDatabase home, IOptions<AuthKitOptions> options, TimeProvider time)
{
    // RFC 9126 §2.2.
    private const string Prefix = "urn:ietf:params:oauth:request_uri:";

    public async Task<PushedRequest> AddAsync(AuthorizationParameters parameters, Client client, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var lifetime = options.Value.OAuth.PushedRequestLifetime;
        var token = new OpaqueToken(Tenant.Home, OpaqueToken.NewHandle(), RefreshSecret.New());
        var grant = new Grant
        {
            Handle = token.Handle,
            Kind = GrantKind.PushedRequest,
            SecretHash = RefreshSecret.Hash(token.Secret),
            UserId = Guid.Empty,
            ClientId = client.Id,
            CreatedAt = now,
            ExpiresAt = now + lifetime,
            Data = GrantData.Write(parameters with { ClientId = client.Id }),
        };
        await (await home.GetAsync(cancellationToken)).Grants.CreateAsync(grant, cancellationToken);
        return new(Prefix + token.Encode(), (int)lifetime.TotalSeconds);
    }

    /// <summary>The request of a client, where it stands; a page that is loaded again finds it again.</summary>
    public async Task<AuthorizationParameters?> FindAsync(string requestUri, string? clientId, CancellationToken cancellationToken)
    {
        if (Parse(requestUri) is not { } token)
            return null;
        var grant = await (await home.GetAsync(cancellationToken)).Grants.FindAsync(token.Handle, cancellationToken);
        return grant is { Kind: GrantKind.PushedRequest }
            && grant.IsOpen(time.GetUtcNow())
            && grant.ClientId == clientId
            && CryptographicOperations.FixedTimeEquals(grant.SecretHash, RefreshSecret.Hash(token.Secret))
            ? GrantData.Read<AuthorizationParameters>(grant)
            : null;
    }

    /// <summary>Uses a request up.</summary>
    /// <returns>Whether this caller was the one who did.</returns>
    public async Task<bool> ConsumeAsync(string requestUri, CancellationToken cancellationToken) =>
        Parse(requestUri) is { } token
        && await (await home.GetAsync(cancellationToken)).Grants.ConsumeAsync(token.Handle, RefreshSecret.Hash(token.Secret), time.GetUtcNow(), cancellationToken);

    private static OpaqueToken? Parse(string requestUri) =>
        requestUri.StartsWith(Prefix, StringComparison.Ordinal) && OpaqueToken.TryParse(requestUri[Prefix.Length..], out var token) ? token : null;
}
