using System.Security.Cryptography;
using System.Text.Json;

namespace OAuthClient;

/// <summary>This client's id and secret, made up at the first start and kept in <c>client.json</c>, and its registration with the server.</summary>
internal sealed class Registration
{
    public const string CallbackPath = "/callback";
    private const string File = "client.json";

    private readonly Uri _server;
    private readonly Uri _self;
    private readonly Credentials _credentials;
    private bool _registered;

    private sealed record Credentials(string ClientId, string ClientSecret);

    public Registration(Uri server, Uri self)
    {
        (_server, _self) = (server, self);
        if (!System.IO.File.Exists(File))
        {
            var fresh = new Credentials($"sample-{RandomNumberGenerator.GetHexString(8, lowercase: true)}", RandomNumberGenerator.GetHexString(64, lowercase: true));
            System.IO.File.WriteAllText(File, JsonSerializer.Serialize(fresh));
        }

        _credentials = JsonSerializer.Deserialize<Credentials>(System.IO.File.ReadAllText(File))!;
    }

    public string ClientId => _credentials.ClientId;

    public string ClientSecret => _credentials.ClientSecret;

    /// <summary>Where the browser signs out of the server as well.</summary>
    public Uri SignOutAddress => new(_server, $"logout?client_id={Uri.EscapeDataString(ClientId)}&post_logout_redirect_uri={Uri.EscapeDataString(_self.AbsoluteUri)}");

    /// <summary>Registers with the server; a client that is registered already stays so.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (_registered)
            return;
        using var http = new HttpClient { BaseAddress = _server };
        using var reply = await http.PostAsJsonAsync("register_client", new
        {
            client_id = ClientId,
            client_secret = ClientSecret,
            client_name = "OAuthClient sample",
            redirect_uri = new Uri(_self, CallbackPath).AbsoluteUri,
            post_logout_redirect_uris = new[] { _self.AbsoluteUri },
        }, cancellationToken);
        var taken = (await reply.Content.ReadAsStringAsync(cancellationToken)).Contains("taken", StringComparison.Ordinal);
        if (!reply.IsSuccessStatusCode && !taken)
            throw new InvalidOperationException($"The server does not register this client: {(int)reply.StatusCode}.");
        _registered = true;
    }
}
