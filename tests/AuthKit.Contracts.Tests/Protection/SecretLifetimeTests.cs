using System.Net.Mime;
using System.Text;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>RFC 7591 §3.2.1: a secret that a client was given ends when it was told, where the host has said so.</summary>
internal sealed class SecretLifetimeTests
{
    private const string Members = """ "redirect_uris":["https://client.example/callback"],"token_endpoint_auth_method":"client_secret_post" """;

    private static readonly HostPlan Ending = new() { Options = options => options.OAuth.ClientSecretLifetime = TimeSpan.FromDays(30) };

    [Test]
    public async Task By_default_it_does_not_end()
    {
        await using var host = await TestHost.StartAsync();
        var (client, registered) = await RegisterAsync(host);

        Assert.That(registered.Json.GetProperty("client_secret_expires_at").GetInt64(), Is.Zero);
        host.Clock.Advance(TimeSpan.FromDays(3650));
        (await OAuthSpeaker.RefreshAsync(host, client, "any")).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task It_ends_when_it_was_told()
    {
        await using var host = await TestHost.StartAsync(Ending);
        var (client, registered) = await RegisterAsync(host);
        var end = (host.Clock.GetUtcNow() + TimeSpan.FromDays(30)).ToUnixTimeSeconds();

        Assert.That(registered.Json.GetProperty("client_secret_expires_at").GetInt64(), Is.EqualTo(end));
        Assert.That((await SendAsync(host, HttpMethod.Get, registered)).Json.GetProperty("client_secret_expires_at").GetInt64(), Is.EqualTo(end));
        host.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        (await OAuthSpeaker.RefreshAsync(host, client, "any")).AssertRefused(400, "invalid_grant");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        (await OAuthSpeaker.RefreshAsync(host, client, "any")).AssertRefused(401, "invalid_client");
        Assert.That(host.Logs.Text, Does.Contain("expired_secret"));
    }

    [TestCase(14, false)]
    [TestCase(15, true)]
    [TestCase(31, true)]
    public async Task An_update_gives_another_once_half_of_its_time_is_over(int days, bool another)
    {
        await using var host = await TestHost.StartAsync(Ending);
        var (client, registered) = await RegisterAsync(host);
        host.Clock.Advance(TimeSpan.FromDays(days));

        var updated = await SendAsync(host, HttpMethod.Put, registered);

        Assert.That(updated.Status, Is.EqualTo(200), updated.Body);
        Assert.That(updated.Json.TryGetProperty("client_secret", out var secret), Is.EqualTo(another));
        Assert.That(
            updated.Json.GetProperty("client_secret_expires_at").GetInt64() - registered.Json.GetProperty("client_secret_expires_at").GetInt64(),
            Is.EqualTo(another ? days * 24 * 60 * 60 : 0));
        (await OAuthSpeaker.RefreshAsync(host, client, "any")).AssertRefused(another ? 401 : 400, another ? "invalid_client" : "invalid_grant");
        if (another)
            (await OAuthSpeaker.RefreshAsync(host, client with { Secret = secret.GetString() }, "any")).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task One_that_the_client_chose_does_not_end_because_it_could_have_no_other()
    {
        await using var host = await TestHost.StartAsync(Ending);
        var chosen = new OAuthClient("newcomer", "a-secret-of-its-own-that-is-quite-long", "https://client.example/callback");
        await host.PostJsonAsync("/register_client", $$"""{"client_id":"{{chosen.Id}}","client_secret":"{{chosen.Secret}}","redirect_uri":"{{chosen.RedirectUri}}"}""", Requests.Bearer(OAuthClients.InitialAccessToken));
        host.Clock.Advance(TimeSpan.FromDays(365));

        (await OAuthSpeaker.RefreshAsync(host, chosen, "any")).AssertRefused(400, "invalid_grant");
    }

    private static async Task<(OAuthClient Client, Answer Registered)> RegisterAsync(TestHost host)
    {
        var answer = await host.PostJsonAsync("/register", $$"""{ {{Members}} }""", Requests.Bearer(OAuthClients.InitialAccessToken));
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        return (new(answer.Member("client_id")!, answer.Member("client_secret"), "https://client.example/callback"), answer);
    }

    private static Task<Answer> SendAsync(TestHost host, HttpMethod method, Answer registered) => host.SendAsync(
        method,
        $"/register?client_id={registered.Member("client_id")}",
        method == HttpMethod.Put ? new StringContent($$"""{ "client_id":"{{registered.Member("client_id")}}",{{Members}} }""", Encoding.UTF8, MediaTypeNames.Application.Json) : null,
        Requests.Bearer(registered.Member("registration_access_token")!));
}
