using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AuthKit.AuthorizationServer.Clients;

namespace AuthKit.Tokens;

/// <summary>What users are called towards clients (OpenID Connect Core 1.0 §8).</summary>
internal sealed class Subjects(KeyRing keys)
{
    /// <summary>The <c>sub</c> of a user: the account's id, or a name that another sector cannot connect with it.</summary>
    public async ValueTask<string> OfAsync(Guid userId, Client? client, CancellationToken cancellationToken)
    {
        if (client is not { Pairwise: true })
            return userId.ToString();
        var key = await keys.GetDirectoryKeyAsync(cancellationToken);
        return Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"pairwise\n{Sector(client)}\n{userId}")));
    }

    /// <summary>§8.1: the host of the redirect addresses, of which a pairwise client has one; an app's scheme has no host.</summary>
    public static string Sector(Client client) => client.RedirectUris
        .Select(address => new Uri(address))
        .Select(uri => uri.Host.Length > 0 ? uri.Host : uri.Scheme)
        .FirstOrDefault(client.Id);
}
