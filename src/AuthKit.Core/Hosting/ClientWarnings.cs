using AuthKit.AuthorizationServer.Clients;

namespace AuthKit.Hosting;

/// <summary>Says at start-up which of the configured clients could be played by others, or can do nothing.</summary>
internal sealed class ClientWarnings : IStartupWarning
{
    /// <summary>What is shorter is not taken for random: wrong ones are counted (<see cref="Users.LockoutOptions.MaxFailedClientAttempts"/>).</summary>
    private const int RandomSecret = 32;

    public IEnumerable<string> Of(AuthKitOptions options) => options.Clients.SelectMany(Of);

    private static IEnumerable<string> Of(Client client)
    {
        if (client.Secret is { Length: > 0 and < RandomSecret })
            yield return $"Clients: '{client.Id}' has a Secret of fewer than {RandomSecret} characters, which may be guessed; use {RandomSecret} random ones.";
        // It is refused where it tries (RFC 6749 §4.4).
        if (client.Grants.Contains(GrantTypes.ClientCredentials) && client.IsPublic)
            yield return $"Clients: '{client.Id}' has the grant '{GrantTypes.ClientCredentials}' and nothing to prove itself by; give it a Secret of 32 random characters, or Jwks.";
        if (client.Grants.Count == 0)
            yield return $"Clients: '{client.Id}' has no Grants, and so can get no token; add '{GrantTypes.AuthorizationCode}' or another.";
    }
}
