using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace AuthKit.Clients;

/// <summary>The clients that the host has named, and their authentication (RFC 6749 §2.3.1).</summary>
internal sealed class ClientRegistry(IOptions<AuthKitOptions> options)
{
    private static readonly byte[] NoSecret = SHA256.HashData([]);

    private readonly Dictionary<string, (Client Client, byte[] SecretHash)> _clients = options.Value.Clients.ToDictionary(
        client => client.Id,
        client => (client, SHA256.HashData(Encoding.UTF8.GetBytes(client.Secret ?? ""))),
        StringComparer.Ordinal);

    /// <summary>The client, where its secret is right and it may use the grant.</summary>
    public Outcome<Client> Authenticate(ClientCredentials credentials, string grant)
    {
        var known = _clients.GetValueOrDefault(credentials.Id ?? "");
        var presented = SHA256.HashData(Encoding.UTF8.GetBytes(credentials.Secret ?? ""));
        if (!CryptographicOperations.FixedTimeEquals(presented, known.SecretHash ?? NoSecret) || known.Client is null)
            return Fault.InvalidClient;
        var allowed = known.Client.Grants.Contains(grant) && (grant != GrantTypes.Password || known.Client.FirstParty);
        return allowed ? known.Client : Fault.UnauthorizedClient;
    }
}
