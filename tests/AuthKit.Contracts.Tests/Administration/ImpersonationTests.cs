using AuthKit.Contracts.Tests.Harness;
using AuthKit.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using static AuthKit.Contracts.Tests.Administration.Administrating;

namespace AuthKit.Contracts.Tests.Administration;

/// <summary>Administrators who act as a user are seen to, and do nothing that the user alone does.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class ImpersonationTests(Engine engine)
{
    private readonly HeardEvents _heard = new();

    private HostPlan Plan => new HostPlan
    {
        Engine = engine,
        Build = authKit => authKit.AddAdministration(administration => administration.AllowImpersonation = true).AddEmailConfirmation().AddTwoFactor().AddPasskeys(),
        Map = app => app.MapGet("/recent", () => "in").RequireAuthorization(policy => policy.RequireRecentProof(TimeSpan.FromDays(3650))),
    }.And(_heard.Plan);

    [Test]
    public async Task The_token_names_the_administrator_and_is_told_and_is_short()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var (root, id) = (await AdministratorAsync(host), await VictimAsync(host));
        var rootId = await IdOfAsync(host, Administrator);

        var begun = await host.AdminAsync("POST", $"/users/{id}/impersonation", root.Access);

        Assert.That(begun.Status, Is.EqualTo(200), begun.Body);
        var token = new JsonWebToken(begun.Member("accessToken"));
        var act = token.GetPayloadValue<System.Text.Json.JsonElement>("act");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((token.Subject, act.GetProperty("sub").GetString(), begun.Member("expiresIn")), Is.EqualTo(($"{id}", $"{rootId}", "900")));
            Assert.That(begun.Body, Does.Not.Contain("efreshToken"));
            Assert.That((await host.MeAsync(begun.Member("accessToken")!)).Body, Does.Contain("act").And.Contain($"{rootId}"));
            Assert.That((await host.GetAsync("/account/me", Requests.Bearer(begun.Member("accessToken")!))).Member("email"), Is.EqualTo(Speaker.Email));
            Assert.That(host.Logs.Text, Does.Contain("AllowImpersonation"));
        }

        var told = await _heard.NextAsync<Impersonated>();
        Assert.That((told.UserId, told.AdministratorId, $"{told.SessionId}"), Is.EqualTo(((Guid?)id, rootId, begun.Member("sessionId"))));
        await host.AdminAsync("DELETE", $"/users/{id}/sessions/{begun.Member("sessionId")}", root.Access);
        Assert.That((await host.MeAsync(begun.Member("accessToken")!)).Status, Is.EqualTo(401), "It ends as any session does.");
    }

    [Test]
    public async Task It_ends_by_itself()
    {
        await using var host = await TestHost.StartAsync(Plan.And(new() { Options = options => (options.Administration.ImpersonationLifetime, options.Tokens.AccessTokenLifetime) = (TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(60)) }));
        var (root, id) = (await AdministratorAsync(host), await VictimAsync(host));
        var token = (await host.AdminAsync("POST", $"/users/{id}/impersonation", root.Access)).Member("accessToken")!;

        host.Clock.Advance(TimeSpan.FromMinutes(4));
        var before = await host.MeAsync(token);
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That((before.Status, (await host.MeAsync(token)).Status), Is.EqualTo((200, 401)));
    }

    /// <summary>Each route that changes credentials, with whatever else it wants being right.</summary>
    [Test]
    public async Task Nothing_that_the_owner_alone_does_is_done_for_them()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var (root, id) = (await AdministratorAsync(host), await VictimAsync(host));
        var token = (await host.AdminAsync("POST", $"/users/{id}/impersonation", root.Access)).Member("accessToken")!;
        (string Method, string Path, string? Body)[] owners =
        [
            ("PUT", "/account/password", $$"""{"currentPassword":"{{Speaker.Password}}","newPassword":"another horse 8!"}"""),
            ("POST", "/account/email/change", $$"""{"email":"other@example.com","currentPassword":"{{Speaker.Password}}"}"""),
            ("POST", "/account/proofs", $$"""{"currentPassword":"{{Speaker.Password}}"}"""),
            ("POST", "/account/me/proofs", $$"""{"currentPassword":"{{Speaker.Password}}"}"""),
            ("POST", "/account/proofs/options", "{}"),
            ("POST", "/account/passkeys/options", "{}"),
            ("POST", "/account/passkeys", """{"credential":{"id":"AAAA"}}"""),
            ("DELETE", "/account/passkeys/AAAA", null),
            ("POST", "/account/two-factor/authenticator", "{}"),
            ("DELETE", "/account/me/external-logins?provider=google&subject=1", null),
        ];

        using (Assert.EnterMultipleScope())
        {
            foreach (var (method, path, body) in owners)
            {
                var answer = await host.SendAsync(new(method), path, body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Requests.Bearer(token));
                Assert.That((answer.Status, answer.Body.Contains("impersonated", StringComparison.Ordinal)), Is.EqualTo((403, true)), $"{method} {path}: {answer.Status} {answer.Body}");
            }

            foreach (var (method, path, body) in new[] { ("GET", "/users", null), ("POST", $"/users/{id}/impersonation", "{}") })
                Assert.That((await host.AdminAsync(method, path, token, body)).Status, Is.EqualTo(403), path);
            Assert.That((await host.GetAsync("/recent", Requests.Bearer(token))).Status, Is.EqualTo(401).Or.EqualTo(403), "a host's own endpoint");
            await Pair.SignInAsync(host);
        }
    }

    /// <summary>A token that is had for the one of an administrator who acts as a user names them too, and is worth no more.</summary>
    [Test]
    public async Task An_exchange_does_not_make_it_the_owner_s()
    {
        await using var host = await TestHost.StartAsync(Plan.And(Exchanging.Plan));
        var (root, id) = (await AdministratorAsync(host), await VictimAsync(host));
        var token = (await host.AdminAsync("POST", $"/users/{id}/impersonation", root.Access)).Member("accessToken")!;

        var exchanged = await Exchanging.ExchangeAsync(host, new("own-gateway", "own-gateway-secret", "https://own.example/callback"), token);

        Assert.That(exchanged.Status, Is.EqualTo(200), exchanged.Body);
        var had = exchanged.Member("access_token")!;
        Assert.That(new JsonWebToken(had).GetPayloadValue<System.Text.Json.JsonElement>("act").GetProperty("sub").GetString(), Is.EqualTo($"{await IdOfAsync(host, Administrator)}"));
        var changed = await host.SendAsync(HttpMethod.Put, "/account/password", new StringContent($$"""{"currentPassword":"{{Speaker.Password}}","newPassword":"another horse 8!"}""", System.Text.Encoding.UTF8, "application/json"), Requests.Bearer(had));
        Assert.That((changed.Status, changed.Body.Contains("impersonated", StringComparison.Ordinal)), Is.EqualTo((403, true)), changed.Body);
    }

    /// <summary>The role is given to the user while somebody acts as them.</summary>
    [Test]
    public async Task Who_acts_as_a_user_does_not_come_to_administer_as_them()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var (root, id) = (await AdministratorAsync(host), await VictimAsync(host));
        var token = (await host.AdminAsync("POST", $"/users/{id}/impersonation", root.Access)).Member("accessToken")!;

        await SetRolesAsync(host, Speaker.Email, ["admin"]);

        Assert.That((await host.AdminAsync("GET", "/users", token)).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task Nobody_acts_as_an_administrator_or_as_one_who_is_shut_out()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var (root, id) = (await AdministratorAsync(host), await VictimAsync(host));
        await AdministratorAsync(host, "other@example.com");
        var other = await IdOfAsync(host, "other@example.com");
        await UsersOf(host).DisableAsync(id, null, default);

        var (disabled, administrator, own) = (
            await host.AdminAsync("POST", $"/users/{id}/impersonation", root.Access),
            await host.AdminAsync("POST", $"/users/{other}/impersonation", root.Access),
            await host.AdminAsync("POST", $"/users/{await IdOfAsync(host, Administrator)}/impersonation", root.Access));

        Assert.That((disabled.Status, administrator.Status, own.Status), Is.EqualTo((403, 409, 409)));
    }

    [Test]
    public async Task It_is_off_unless_the_host_says_so()
    {
        await using var host = await TestHost.StartAsync(new() { Engine = engine, Build = authKit => authKit.AddAdministration() });
        var (root, id) = (await AdministratorAsync(host), await VictimAsync(host));

        var refused = await host.AdminAsync("POST", $"/users/{id}/impersonation", root.Access);

        Assert.That((refused.Status, refused.Body.Contains("impersonation-off", StringComparison.Ordinal)), Is.EqualTo((403, true)), refused.Body);
    }

    private static async Task<Guid> VictimAsync(TestHost host)
    {
        await Pair.RegisterAsync(host);
        return await IdOfAsync(host, Speaker.Email);
    }
}
