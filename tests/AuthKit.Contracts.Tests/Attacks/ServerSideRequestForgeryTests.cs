using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>
/// RFC 7591 §5, draft-ietf-oauth-client-id-metadata-document §6.5, ASVS 5.0 V1.3.6: each address that a client may name (its id, its keys,
/// its sector) leads this server nowhere that only this server can reach, holds it up no longer and fills it no further than it allows.
/// </summary>
internal sealed class ServerSideRequestForgeryTests
{
    private const string Path = "/document.json";

    private static readonly (string Name, string Value) Token = Requests.Bearer(OAuthClients.InitialAccessToken);

    private static readonly HostPlan Guarded = DocumentServer.Trusting.And(new() { Options = options => options.OAuth.ClientIdMetadataDocuments = true });

    // Each of them is the machine itself, its network, or a cloud's metadata.
    private static readonly string[] Inside =
    [
        "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "0.0.0.0", "[::]",
        "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254", "[::ffff:169.254.169.254]", "[fd00:ec2::254]", "[fe80::1]", "100.100.100.200", "168.63.129.16",
    ];

    // What each address leads to that a client may name: nothing, where its document cannot be had.
    private static readonly Dictionary<string, Func<TestHost, string, Task>> Addresses = new()
    {
        ["client_id"] = static async (host, address) => Assert.That((await AskAsync(host, address)).Failure?.Fault, Is.EqualTo(Fault.InvalidClient)),
        ["jwks_uri"] = static async (host, address) =>
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var registered = await host.PostJsonAsync("/register", $$"""{"redirect_uris":["https://client.example/"],"token_endpoint_auth_method":"private_key_jwt","jwks_uri":"{{address}}"}""", Token);
            Assert.That(registered.Status, Is.EqualTo(201), registered.Body);
            var client = new OAuthClient(registered.Member("client_id")!, null, "https://client.example/");
            (await Assertion.PresentAsync(host, new Assertion(host, client).Signed(key))).AssertRefused(401, "invalid_client");
        },
        ["sector_identifier_uri"] = static async (host, address) =>
            (await host.PostJsonAsync("/register", $$"""{"redirect_uris":["https://client.example/"],"sector_identifier_uri":"{{address}}"}""", Token)).AssertRefused(400, "invalid_client_metadata"),
    };

    private static IEnumerable<string> Named => Addresses.Keys;

    [TestCaseSource(nameof(Inside))]
    public async Task No_client_id_leads_inside(string inside)
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(Guarded);
        var id = $"https://{inside}:{new Uri(server.Origin).Port}/client.json";
        server.Serve("/client.json", $$"""{"client_id":"{{id}}","redirect_uris":["http://127.0.0.1/callback"]}""");

        var answer = await AskAsync(host, id);

        Assert.That(answer.Failure?.Fault, Is.EqualTo(Fault.InvalidClient));
        Assert.That(server.Asked, Is.Zero);
    }

    [TestCaseSource(nameof(Inside))]
    public async Task No_keys_and_no_sector_lead_inside(string inside)
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(Guarded);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var origin = $"https://{inside}:{new Uri(server.Origin).Port}";
        server.Serve("/jwks.json", OAuthClients.Jwks(key));
        server.Serve("/sector.json", """["https://client.example/"]""");

        var sector = await host.PostJsonAsync("/register", $$"""{"redirect_uris":["https://client.example/"],"sector_identifier_uri":"{{origin}}/sector.json"}""", Token);
        var registered = await host.PostJsonAsync("/register", $$"""{"redirect_uris":["https://client.example/"],"token_endpoint_auth_method":"private_key_jwt","jwks_uri":"{{origin}}/jwks.json"}""", Token);

        sector.AssertRefused(400, "invalid_client_metadata");
        Assert.That(registered.Status, Is.EqualTo(201), registered.Body);
        var client = new OAuthClient(registered.Member("client_id")!, null, "https://client.example/");
        (await Assertion.PresentAsync(host, new Assertion(host, client).Signed(key))).AssertRefused(401, "invalid_client");
        Assert.That(server.Asked, Is.Zero);
        Assert.That(host.Logs.Text, Does.Contain("refused_address"));
    }

    [Test]
    public async Task The_same_is_had_where_private_networks_are_allowed()
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);
        var id = $"https://localhost:{new Uri(server.Origin).Port}/client.json";
        server.Serve("/client.json", $$"""{"client_id":"{{id}}","redirect_uris":["http://127.0.0.1/callback"]}""");

        Assert.That((await AskAsync(host, id)).Value, Is.InstanceOf<SignInWanted>());
        Assert.That(host.Logs.Text, Does.Contain("OAuth.ClientDocuments.AllowPrivateNetworks is on"));
    }

    [TestCase(301)]
    [TestCase(302)]
    [TestCase(303)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task No_redirect_is_followed(int status)
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);
        var id = server.AddressOf("/client.json");
        server.Serve("/there.json", $$"""{"client_id":"{{id}}","redirect_uris":["http://127.0.0.1/callback"]}""");
        server.Serve("/client.json", http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = server.AddressOf("/there.json");
            return Task.CompletedTask;
        });

        Assert.That((await AskAsync(host, id)).Failure?.Fault, Is.EqualTo(Fault.InvalidClient));
        Assert.That(server.Asked, Is.EqualTo(1));
    }

    [Test]
    public async Task No_certificate_of_nobody_s_is_trusted()
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(new()
        {
            Options = options => (options.OAuth.ClientIdMetadataDocuments, options.OAuth.ClientDocuments.AllowPrivateNetworks) = (true, true),
        });
        var id = server.AddressOf("/client.json");
        server.Serve("/client.json", $$"""{"client_id":"{{id}}","redirect_uris":["http://127.0.0.1/callback"]}""");

        Assert.That((await AskAsync(host, id)).Failure?.Fault, Is.EqualTo(Fault.InvalidClient));
        Assert.That(host.Logs.Text, Does.Contain("unreachable"));
        Assert.That(server.Asked, Is.Zero);
    }

    [TestCase("text/html")]
    [TestCase("text/plain")]
    [TestCase("text/json")]
    [TestCase("application/xml")]
    [TestCase(null)]
    public async Task Nothing_that_does_not_say_that_it_is_JSON(string? type)
    {
        await using var server = await DocumentServer.StartAsync();
        await AssertUnusableAsync(server, http =>
        {
            http.Response.ContentType = type;
            return http.Response.WriteAsync($$"""{"client_id":"{{server.AddressOf("/client.json")}}","redirect_uris":["http://127.0.0.1/callback"]}""");
        }, "media_type");
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("null{}")]
    [TestCase("""{"client_id":"\ud800"}""")]
    [TestCase("""{"client_id":"a","client_id":"b"}""")]
    public async Task Nothing_that_is_none(string text)
    {
        await using var server = await DocumentServer.StartAsync();
        await AssertUnusableAsync(server, http =>
        {
            http.Response.ContentType = "application/json";
            return http.Response.WriteAsync(text);
        }, "not_json");
    }

    [Test]
    public async Task Nothing_that_nests_without_end()
    {
        await using var server = await DocumentServer.StartAsync();
        await AssertUnusableAsync(server, http =>
        {
            http.Response.ContentType = "application/json";
            return http.Response.WriteAsync(new string('[', 10_000));
        }, "not_json");
    }

    [Test]
    public async Task An_endless_body_is_read_to_the_bound_and_no_further([ValueSource(nameof(Named))] string named, [Values] bool told)
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);
        var closed = new TaskCompletionSource();
        server.Serve(Path, async http =>
        {
            http.Response.ContentType = "application/json";
            if (told)
                http.Response.ContentLength = long.MaxValue;
            http.RequestAborted.Register(closed.SetResult);
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.WriteAsync(new string(' ', 16 * 1024));
        });

        await Addresses[named](host, server.AddressOf(Path));

        Assert.That(host.Logs.Text, Does.Contain("Reason=too_large"));
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Test]
    public async Task A_compressed_body_is_not_unpacked()
    {
        await using var server = await DocumentServer.StartAsync();
        string? accepted = null;
        await AssertUnusableAsync(server, async http =>
        {
            accepted = http.Request.Headers.AcceptEncoding;
            http.Response.ContentType = "application/json";
            http.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new System.IO.Compression.GZipStream(http.Response.Body, System.IO.Compression.CompressionLevel.Optimal);
            await gzip.WriteAsync(Encoding.ASCII.GetBytes(new string(' ', 1 << 20)));
        }, "not_json");
        Assert.That(accepted, Is.Empty.Or.Null);
    }

    [TestCaseSource(nameof(Named))]
    public async Task A_slow_drip_ends_with_the_time_for_all_of_it(string named)
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);
        var begun = new TaskCompletionSource();
        server.Serve(Path, async http =>
        {
            http.Response.ContentType = "application/json";
            await http.Response.StartAsync();
            begun.TrySetResult();
            using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (await ticks.WaitForNextTickAsync(http.RequestAborted))
                await http.Response.WriteAsync(" ", http.RequestAborted);
        });

        var asking = Addresses[named](host, server.AddressOf(Path));
        await begun.Task;
        await host.PassTimeAsync(asking);

        Assert.That(host.Logs.Text, Does.Contain("Reason=timed_out"));
    }

    [Test]
    public async Task No_server_is_asked_much_at_once()
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);
        var (open, most, goOn) = (0, 0, new TaskCompletionSource());
        foreach (var i in Enumerable.Range(0, 32))
        {
            server.Serve($"/{i.ToString(CultureInfo.InvariantCulture)}", async http =>
            {
                most = Math.Max(most, Interlocked.Increment(ref open));
                await goOn.Task;
                Interlocked.Decrement(ref open);
            });
        }

        var asking = Enumerable.Range(0, 32).Select(i => AskAsync(host, server.AddressOf($"/{i.ToString(CultureInfo.InvariantCulture)}"))).ToArray();
        await host.Logs.SaysAsync("Reason=busy", times: 28);
        goOn.SetResult();
        await Task.WhenAll(asking);

        Assert.That(most, Is.InRange(1, 4));
    }

    [Test]
    public async Task A_stranger_s_server_learns_nothing_of_this_one()
    {
        await using var server = await DocumentServer.StartAsync();
        IHeaderDictionary? sent = null;
        await AssertUnusableAsync(server, http =>
        {
            sent = new HeaderDictionary(http.Request.Headers.ToDictionary(header => header.Key, header => header.Value));
            http.Response.Headers.SetCookie = "a=b; Path=/";
            return Task.CompletedTask;
        }, "media_type");
        Assert.That(sent!.Keys.Order(), Is.EqualTo(new[] { "Accept", "Host" }));
    }

    private static async Task AssertUnusableAsync(DocumentServer server, RequestDelegate answer, string reason)
    {
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);
        server.Serve("/client.json", answer);

        Assert.That((await AskAsync(host, server.AddressOf("/client.json"))).Failure?.Fault, Is.EqualTo(Fault.InvalidClient));
        Assert.That(host.Logs.Text, Does.Contain($"Reason={reason}"));
    }

    private static Task<Outcome<AuthorizationStep>> AskAsync(TestHost host, string clientId) =>
        new Authorizing(host).AskAsync(Authorizing.RequestOf(new(clientId, null, "http://127.0.0.1/callback")), browser: null);
}
