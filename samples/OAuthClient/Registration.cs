using System.Security.Cryptography;
using System.Text.Json;

namespace OAuthClient;

/// <summary>This client's id and secret, made up at the first start and kept in a file, and its registration with the server.</summary>
internal sealed class Registration
{
    public const string CallbackPath = "/callback";
    public const string SignedOutPath = "/signed-out";

    private readonly Uri _server;
    private readonly Uri _self;
    private readonly Credentials _credentials;

    private sealed record Credentials(string ClientId, string ClientSecret);

    /// <param name="server">The server.</param>
    /// <param name="self">This client's own address. Each port is a client of its own.</param>
    /// <param name="folder">Where the file is.</param>
    public Registration(Uri server, Uri self, string folder)
    {
        (_server, _self) = (server, self);
        var file = Path.Combine(folder, $"client-{self.Port}.json");
        if (!File.Exists(file))
        {
            var fresh = new Credentials($"sample-{RandomNumberGenerator.GetHexString(8, lowercase: true)}", RandomNumberGenerator.GetHexString(64, lowercase: true));
            File.WriteAllText(file, JsonSerializer.Serialize(fresh));
        }

        _credentials = JsonSerializer.Deserialize<Credentials>(File.ReadAllText(file))!;
    }

    public string ClientId => _credentials.ClientId;

    public string ClientSecret => _credentials.ClientSecret;

    /// <summary>Where the browser signs out of the server as well.</summary>
    public Uri SignOutAddress => new(_server, $"logout?client_id={Uri.EscapeDataString(ClientId)}&post_logout_redirect_uri={Uri.EscapeDataString(SignedOutAddress)}");

    private string SignedOutAddress => new Uri(_self, SignedOutPath).AbsoluteUri;

    /// <summary>Registers with the server. A client that is registered already stays so; a server that has lost its database since knows it again.</summary>
    /// <returns>What stood in the way; null where nothing did.</returns>
    public async Task<string?> EnsureAsync(CancellationToken cancellationToken)
    {
        var registration = new
        {
            client_id = ClientId,
            client_secret = ClientSecret,
            client_name = "OAuthClient sample",
            redirect_uri = new Uri(_self, CallbackPath).AbsoluteUri,
            post_logout_redirect_uris = new[] { SignedOutAddress },
        };
        try
        {
            using var http = new HttpClient { BaseAddress = _server };
            using var reply = await http.PostAsJsonAsync("register_client", registration, cancellationToken);
            var said = await reply.Content.ReadAsStringAsync(cancellationToken);
            return reply.IsSuccessStatusCode || said.Contains("taken", StringComparison.Ordinal) ? null : $"The server at {_server} does not register this client: {said}";
        }
        catch (HttpRequestException e)
        {
            return $"The server at {_server} does not answer ({e.HttpRequestError}). Is samples/OAuthServer running?";
        }
    }
}
