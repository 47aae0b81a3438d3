using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 7592 §5: a registration is read, changed and taken away by the client that holds its token, and by nobody else.</summary>
internal sealed class ClientManagementTests
{
    private const string Usual = """ "redirect_uris":["https://client.example/callback"] """;

    [Test]
    public async Task No_other_token_opens_a_registration()
    {
        await using var host = await TestHost.StartAsync();
        var (client, other) = (await RegisterAsync(host), await RegisterAsync(host));
        var tokens = await OAuthTokens.ObtainAsync(host, client.Client);

        foreach (var wrong in new[] { other.Token, OAuthClients.InitialAccessToken, tokens.Access, client.Client.Secret!, client.Token.ToUpperInvariant(), $"{client.Token}x", "", "x" })
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete })
                (await SendAsync(host, method, client.Client.Id, wrong, Usual)).AssertRefused(401, "invalid_token", wrong);
        }

        Assert.That((await SendAsync(host, HttpMethod.Get, client.Client.Id, client.Token)).Status, Is.EqualTo(200));
    }

    [TestCase("shop")]
    [TestCase("oauth")]
    [TestCase("nobody")]
    [TestCase("")]
    public async Task Nor_one_that_there_is_not(string id)
    {
        var host = await SharedHost.GetAsync();
        var client = await RegisterAsync(host);

        (await SendAsync(host, HttpMethod.Get, id, client.Token)).AssertRefused(401, "invalid_token");
        (await SendAsync(host, HttpMethod.Delete, id, client.Token)).AssertRefused(401, "invalid_token");
    }

    [Test]
    public async Task A_client_that_chose_its_id_has_no_token_and_its_id_is_never_free_again()
    {
        await using var host = await TestHost.StartAsync();
        const string chosen = """{"client_id":"newcomer","client_secret":"a secret of its own","redirect_uri":"https://client.example/"}""";
        var registered = await host.PostJsonAsync("/register_client", chosen, Requests.Bearer(OAuthClients.InitialAccessToken));

        Assert.That((registered.Status, registered.Json.TryGetProperty("registration_access_token", out _)), Is.EqualTo((200, false)));
        (await SendAsync(host, HttpMethod.Delete, "newcomer", "")).AssertRefused(401, "invalid_token");
    }

    [Test]
    public async Task What_is_kept_of_a_token_opens_nothing()
    {
        await using var host = await TestHost.StartAsync();
        var client = await RegisterAsync(host);
        var kept = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(client.Token)));

        (await SendAsync(host, HttpMethod.Get, client.Client.Id, kept)).AssertRefused(401, "invalid_token");
        Assert.That(host.Logs.Text, Does.Not.Contain(client.Token));
    }

    [Test]
    public async Task Neither_the_secret_nor_the_token_changes_by_reading()
    {
        var host = await SharedHost.GetAsync();
        var client = await RegisterAsync(host);

        var read = await SendAsync(host, HttpMethod.Get, client.Client.Id, client.Token);

        Assert.That(read.Json.TryGetProperty("client_secret", out _), Is.False);
        Assert.That(read.Member("registration_access_token"), Is.EqualTo(client.Token));
        (await OAuthSpeaker.RefreshAsync(host, client.Client, "any")).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task What_a_client_leaves_out_it_has_no_more()
    {
        await using var host = await TestHost.StartAsync();
        var client = await RegisterAsync(host, """ "redirect_uris":["https://client.example/callback"],"client_name":"A","default_max_age":60 """);

        var updated = await SendAsync(host, HttpMethod.Put, client.Client.Id, client.Token, """ "redirect_uris":["https://client.example/other"] """);
        var read = await SendAsync(host, HttpMethod.Get, client.Client.Id, client.Token);

        Assert.That(updated.Status, Is.EqualTo(200), updated.Body);
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(read.Body), JsonNode.Parse(updated.Body)), Is.True, read.Body);
        Assert.That(read.Json.TryGetProperty("client_name", out _) || read.Json.TryGetProperty("default_max_age", out _), Is.False);
        Assert.That((await new Authorizing(host).AskAsync(Authorizing.RequestOf(client.Client), browser: null)).Failure?.Fault, Is.EqualTo(Fault.InvalidRedirectUri));
    }

    [TestCase(""" "redirect_uris":["https://client.example/"],"client_secret":"a secret of its own choice" """, "invalid_client_metadata")]
    [TestCase(""" "redirect_uris":["javascript:alert(1)"] """, "invalid_redirect_uri")]
    [TestCase(""" "redirect_uris":["https://client.example/"],"grant_types":["password"] """, "invalid_client_metadata")]
    [TestCase(""" "redirect_uris":["https://client.example/"],"software_statement":"a.b.c" """, "invalid_client_metadata")]
    [TestCase(""" "redirect_uris":["https://client.example/"],"sector_identifier_uri":"https://127.0.0.1/" """, "invalid_client_metadata")]
    public async Task No_update_gets_what_no_registration_does(string members, string error)
    {
        var host = await SharedHost.GetAsync();
        var client = await RegisterAsync(host);

        (await SendAsync(host, HttpMethod.Put, client.Client.Id, client.Token, members)).AssertRefused(400, error);
        (await OAuthSpeaker.RefreshAsync(host, client.Client, "any")).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task A_client_that_is_gone_gets_nothing_for_what_it_holds()
    {
        await using var host = await TestHost.StartAsync();
        var client = await RegisterAsync(host);
        var tokens = await OAuthTokens.ObtainAsync(host, client.Client);
        var code = await new Authorizing(host).CodeAsync(client.Client);

        Assert.That((await OAuthSpeaker.UserInfoAsync(host, tokens.Access)).Status, Is.EqualTo(200));
        Assert.That((await SendAsync(host, HttpMethod.Delete, client.Client.Id, client.Token)).Status, Is.EqualTo(204));

        (await OAuthSpeaker.RefreshAsync(host, client.Client, tokens.Refresh!)).AssertRefused(401, "invalid_client");
        (await OAuthSpeaker.RedeemAsync(host, client.Client, code)).AssertRefused(401, "invalid_client");
        (await SendAsync(host, HttpMethod.Put, client.Client.Id, client.Token, Usual)).AssertRefused(401, "invalid_token");
        Assert.That((await new Authorizing(host).AskAsync(Authorizing.RequestOf(client.Client), browser: null)).Failure?.Fault, Is.EqualTo(Fault.InvalidClient));
    }

    [Test]
    public async Task Its_tokens_end_with_it_at_each_node_and_nobody_else_s_do()
    {
        await using var host = await TestHost.StartAsync();
        await using var second = await TestHost.StartAsync(new() { Shared = host.Databases });
        var client = await RegisterAsync(host, $$""" {{Usual}},"grant_types":["authorization_code","refresh_token","client_credentials"],"scope":"openid email {{OAuthClients.Read}}" """);
        var tokens = await OAuthTokens.ObtainAsync(host, client.Client, "openid email");
        var robots = (await OAuthSpeaker.TokenAsync(host, client.Client, "client_credentials")).Member("access_token")!;
        var others = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop, "openid email");
        foreach (var node in new[] { host, second })
            Assert.That((await OAuthSpeaker.UserInfoAsync(node, tokens.Access)).Status, Is.EqualTo(200), "and remembered");

        await SendAsync(host, HttpMethod.Delete, client.Client.Id, client.Token);

        (await OAuthSpeaker.UserInfoAsync(host, tokens.Access)).AssertRefused(401, "invalid_token", "at once");
        foreach (var token in new[] { tokens.Access, robots })
            Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Robot, token)).Json.GetProperty("active").GetBoolean(), Is.False);
        second.Clock.Advance(TimeSpan.FromSeconds(1));
        (await OAuthSpeaker.UserInfoAsync(second, tokens.Access)).AssertRefused(401, "invalid_token", "at the other node a moment later");
        Assert.That((await OAuthSpeaker.UserInfoAsync(host, others.Access)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Of_updates_and_a_deletion_at_once_none_brings_the_client_back()
    {
        await using var host = await TestHost.StartAsync();
        var client = await RegisterAsync(host);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => i == 8
            ? SendAsync(host, HttpMethod.Delete, client.Client.Id, client.Token)
            : SendAsync(host, HttpMethod.Put, client.Client.Id, client.Token, Usual)));

        Assert.That(answers.Select(answer => answer.Status).Distinct(), Is.SubsetOf(new[] { 200, 204, 401, 409 }));
        (await SendAsync(host, HttpMethod.Get, client.Client.Id, client.Token)).AssertRefused(401, "invalid_token");
    }

    [Test]
    public async Task Of_updates_that_want_a_secret_at_once_one_gives_one_and_it_serves()
    {
        const int callers = 64;
        await using var server = await DocumentServer.StartAsync();
        var (waiting, allWait) = (0, new TaskCompletionSource());
        await using var host = await TestHost.StartAsync(DocumentServer.Plan with
        {
            Cors = app => app.Use((http, next) =>
            {
                if (http.Request.Method == HttpMethods.Put && Interlocked.Increment(ref waiting) == callers)
                    allWait.SetResult();
                return next();
            }),
        });
        // Each update has read the registration by the time that its sector's document comes.
        server.Serve("/sector.json", async http =>
        {
            await allWait.Task;
            http.Response.ContentType = MediaTypeNames.Application.Json;
            await http.Response.WriteAsync("""["https://client.example/callback"]""");
        });
        var client = await RegisterAsync(host, $""" {Usual},"token_endpoint_auth_method":"none" """);
        var confidential = $""" {Usual},"token_endpoint_auth_method":"client_secret_post","sector_identifier_uri":"{server.AddressOf("/sector.json")}" """;

        var answers = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => SendAsync(host, HttpMethod.Put, client.Client.Id, client.Token, confidential)));

        Assert.That(answers.Select(answer => answer.Status).Distinct(), Is.SubsetOf(new[] { 200, 409 }));
        var told = answers.Where(answer => answer.Status == 200 && answer.Json.TryGetProperty("client_secret", out _)).Select(answer => answer.Member("client_secret")).ToList();
        Assert.That(told, Has.Count.EqualTo(1));
        (await OAuthSpeaker.RefreshAsync(host, client.Client with { Secret = told[0] }, "any")).AssertRefused(400, "invalid_grant");
    }

    private static async Task<(OAuthClient Client, string Token)> RegisterAsync(TestHost host, string members = Usual)
    {
        var answer = await host.PostJsonAsync("/register", $"{{{members}}}", Requests.Bearer(OAuthClients.InitialAccessToken));
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        var secret = answer.Json.TryGetProperty("client_secret", out var told) ? told.GetString() : null;
        Assert.That(answer.Member("registration_client_uri"), Is.EqualTo($"{TestHost.Issuer}/register?client_id={answer.Member("client_id")}"));
        return (new(answer.Member("client_id")!, secret, "https://client.example/callback"), answer.Member("registration_access_token")!);
    }

    private static Task<Answer> SendAsync(TestHost host, HttpMethod method, string id, string token, string? members = null) => host.SendAsync(
        method,
        $"/register?client_id={Uri.EscapeDataString(id)}",
        method == HttpMethod.Put ? new StringContent($$"""{"client_id":"{{id}}",{{members}} }""", Encoding.UTF8, MediaTypeNames.Application.Json) : null,
        Requests.Bearer(token));
}
