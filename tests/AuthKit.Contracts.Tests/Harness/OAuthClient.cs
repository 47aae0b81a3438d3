using AuthKit.AuthorizationServer.Clients;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>A client of document 003, and what it sends of itself.</summary>
internal sealed record OAuthClient(string Id, string? Secret, string RedirectUri)
{
    /// <summary>Its id and secret as fields of a form.</summary>
    public (string Name, string Value)[] Fields => Secret is null ? [("client_id", Id)] : [("client_id", Id), ("client_secret", Secret)];

    /// <summary>The client as a host lists it: with every grant of a person's.</summary>
    public Client Listed(Action<Client>? change = null)
    {
        var client = new Client
        {
            Id = Id,
            Secret = Secret,
            Grants = { GrantTypes.AuthorizationCode, GrantTypes.RefreshToken, GrantTypes.DeviceCode },
            RedirectUris = { RedirectUri },
        };
        change?.Invoke(client);
        return client;
    }
}
