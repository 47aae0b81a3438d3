namespace AuthKit.AuthorizationServer.Clients;

/// <summary>Pages about a client that people are led to before they decide. Each is on the host that the browser would be sent back to, or that vouches for the client, so that no client borrows another's.</summary>
/// <param name="About">What it is (<c>client_uri</c>).</param>
/// <param name="Terms">Its terms of service (<c>tos_uri</c>).</param>
/// <param name="Policy">Its privacy policy (<c>policy_uri</c>).</param>
public sealed record ClientLinks(string? About, string? Terms, string? Policy)
{
    internal static ClientLinks Of(Client client, string redirectUri)
    {
        Uri?[] own = [new(redirectUri), client.Document];
        return new(Own(client.ClientUri), Own(client.TermsUri), Own(client.PolicyUri));

        string? Own(string? address) => address is not null && ClientUris.IsHttps(address) && own.Any(known => known?.Scheme == "https" && known.Host == new Uri(address).Host) ? address : null;
    }
}
