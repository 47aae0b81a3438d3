using System.Net.Http.Headers;
using System.Web;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace AuthKit.OAuth.Tests.Mcp;

/// <summary>samples/McpServer, and the official SDKs as its clients, each of which knows nothing but the server's address.</summary>
public sealed class McpTests
{
    private const string Installer = "eng/oauth-clients.sh";
    private const string Scripts = "AuthKit.OAuth.Tests";

    private readonly OAuthSamples _samples = new();
    private SampleProcess _server = null!;

    [OneTimeSetUp]
    public async Task StartServerAsync() => _server = await _samples.StartMcpServerAsync();

    [OneTimeTearDown]
    public async Task StopServerAsync() => await _samples.DisposeAsync();

    [Test]
    public async Task The_TypeScript_SDK_works()
    {
        Installed.RequireNodePackage("@modelcontextprotocol/sdk", Scripts, Installer);

        TestContext.Out.WriteLine(await new Script("node", $"{Scripts}/Mcp/typescript-sdk.mjs").RunAsync(_server.Address));
    }

    [Test]
    public async Task The_CSharp_SDK_works()
    {
        // Its person is a script.
        Installed.RequireNodePackage("openid-client", Scripts, Installer);
        string? resource = null;
        var transport = new HttpClientTransport(new()
        {
            Endpoint = new($"{_server.Address}/mcp"),
            OAuth = new()
            {
                RedirectUri = new("http://localhost:43111/callback"),
                DynamicClientRegistration = new() { ClientName = "C# SDK" },
                AuthorizationCallbackHandler = async (context, _) =>
                {
                    resource = HttpUtility.ParseQueryString(context.AuthorizationUri.Query)["resource"];
                    var callback = HttpUtility.ParseQueryString(new Uri(await new Script("node", $"{Scripts}/Mcp/person.mjs").RunAsync(_server.Address, context.AuthorizationUri.AbsoluteUri)).Query);
                    return new() { Code = callback["code"], State = callback["state"], Iss = callback["iss"] };
                },
            },
        });

        await using var client = await McpClient.CreateAsync(transport);
        await client.CallToolAsync("add_note", new Dictionary<string, object?> { ["text"] = "buy milk" });
        var notes = await client.CallToolAsync("list_notes");

        Assert.That(resource, Is.EqualTo($"{_server.Address}/mcp"));
        Assert.That(notes.Content.OfType<TextContentBlock>().Single().Text, Is.EqualTo("buy milk"));
    }

    [TestCase(null, "Bearer scope=\"mcp:tools\", resource_metadata=\"{0}/.well-known/oauth-protected-resource/mcp\"")]
    [TestCase("made up", "Bearer error=\"invalid_token\", scope=\"mcp:tools\", resource_metadata=\"{0}/.well-known/oauth-protected-resource/mcp\"")]
    public async Task Without_a_token_for_it_nobody_gets_in(string? token, string challenge)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", MediaTypeHeaderValue.Parse("application/json")) };
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);

        using var response = await _server.Client.SendAsync(request);

        Assert.That(((int)response.StatusCode, response.Headers.WwwAuthenticate.ToString()), Is.EqualTo((401, string.Format(null, challenge, _server.Address))));
    }
}
