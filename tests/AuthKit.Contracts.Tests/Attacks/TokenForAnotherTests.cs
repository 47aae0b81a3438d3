using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using static AuthKit.Contracts.Tests.Harness.OAuthApis;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 9700 §2.3 and §4.10.2, RFC 9068 §4 and §5: a token is good where it is for, and what it is for nobody chooses but the server.</summary>
internal sealed class TokenForAnotherTests
{
    [Test]
    public async Task A_token_for_one_interface_is_no_token_at_another()
    {
        await using var host = await StartAsync();
        var (notes, payroll, own) = (await ObtainAsync(host, Till, "diary.read", Notes), await ObtainAsync(host, Till, "payroll.pay", Payroll), await ObtainAsync(host, Till, "openid orders.read"));

        foreach (var (path, good) in new[] { ("/notes", notes), ("/pay", payroll), ("/payroll", payroll), ("/orders", own), ("/me", own) })
        {
            foreach (var token in new[] { notes, payroll, own })
            {
                var answer = await host.GetAsync(path, Requests.Bearer(token.Access));
                Assert.That(answer.Status, Is.EqualTo(token == good ? 200 : 401), $"{path} {AudienceOf(token.Access)[0]}");
                if (token != good)
                    Assert.That(answer.Header("WWW-Authenticate"), Does.StartWith("Bearer error=\"invalid_token\""));
            }
        }
    }

    [TestCase("GET", "/userinfo")]
    [TestCase("POST", "/userinfo")]
    [TestCase("POST", "/api")]
    [TestCase("POST", "/api/v1/logout")]
    [TestCase("GET", "/User/GetUser?Email=anna@example.com")]
    public async Task Nor_at_AuthKit_s_own_routes(string method, string path)
    {
        await using var host = await StartAsync();
        // The host's own client, with a scope that says who the user is, and yet for somebody else.
        var tokens = await ObtainAsync(host, Till, "openid email diary.read", Notes);

        using var content = new FormUrlEncodedContent([]);
        var answer = await host.SendAsync(new(method), path, method == "POST" && !path.StartsWith("/api/", StringComparison.Ordinal) ? content : null, Requests.Bearer(tokens.Access));

        Assert.That(answer.Status, Is.EqualTo(401), answer.Body);
        Assert.That((await host.GetAsync("/notes", Requests.Bearer(tokens.Access))).Status, Is.EqualTo(200), "it stands");
    }

    [Test]
    public async Task One_that_userinfo_takes_besides_opens_nothing_else_of_the_host_s()
    {
        await using var host = await StartAsync();
        var tokens = await ObtainAsync(host, Till, "openid email diary.read");

        Assert.That((await OAuthSpeaker.UserInfoAsync(host, tokens.Access)).Status, Is.EqualTo(200));
        foreach (var path in new[] { "/me", "/orders", "/pay", "/User/GetUser?Email=anna@example.com" })
            Assert.That((await host.GetAsync(path, Requests.Bearer(tokens.Access))).Status, Is.EqualTo(401), path);
    }

    [Test]
    public async Task An_audience_that_is_written_into_a_token_breaks_its_signature()
    {
        await using var host = await StartAsync();
        var tokens = await ObtainAsync(host, Desk, "diary.read", Notes);
        var forged = new Forgery(tokens.Access);
        forged.Payload["aud"] = Payroll;
        forged.Payload["scope"] = Pay;

        Assert.That((await host.GetAsync("/pay", Requests.Bearer(forged.Unsigned()))).Status, Is.EqualTo(401));
    }

    [TestCase(Payroll)]
    [TestCase("https://payroll.example/")]
    [TestCase("HTTPS://PAYROLL.EXAMPLE")]
    [TestCase(Host)]
    [TestCase(UserInfo)]
    public async Task No_client_can_be_called_like_whom_tokens_are_for(string id)
    {
        await using var host = await StartAsync();
        using var form = new FormUrlEncodedContent([new("client_id", id), new("client_secret", "a-secret-of-32-characters-or-more"), new("redirect_uri", "https://evil.example/callback")]);

        var answer = await host.SendAsync(HttpMethod.Post, "/register_client", form, Requests.Bearer(OAuthClients.InitialAccessToken));

        Assert.That(answer.Status, Is.EqualTo(400), answer.Body);
    }

    [Test]
    public async Task An_endpoint_of_two_interfaces_or_of_one_that_there_is_not_lets_nobody_in()
    {
        await using var host = await StartAsync(new()
        {
            Map = app =>
            {
                app.MapGet("/two", () => "in").RequireAuthorization(policy => policy.RequireScope(ReadNotes).RequireScope(Pay));
                app.MapGet("/none", () => "in").RequireAuthorization(policy => policy.RequireApi("https://unknown.example"));
            },
        });
        var tokens = await ObtainAsync(host, Till, "diary.read payroll.pay", Notes, Payroll);

        foreach (var path in new[] { "/two", "/none" })
            Assert.That((await host.GetAsync(path, Requests.Bearer(tokens.Access))).Status, Is.EqualTo(500), path);
    }
}
