using System.Security.Claims;
using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Tokens;
using AuthKit.Databases;
using AuthKit.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>A tenant's database can name nobody of another one: not by an id, not by what changes after the sign-in.</summary>
internal sealed class HostileTenantTests
{
    [Test]
    public async Task Its_user_of_another_s_id_is_somebody_else_wherever_a_subject_is_told()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var victim = await SubjectAsync(host, (await Pair.RegisterAsync(host)).Access);
        await RegisterAsync(host);
        await using (var tenant = HostileTenant.Of(host))
            await tenant.RenameAsync(Guid.Parse(victim));

        var access = (await new TenantSpeaker().SignInAsync(host, HostileTenant.Email)).Member("token")!;
        var tokens = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.House, await new Authorizing(host).CodeAsync(Authorizing.RequestOf(OAuthClients.House), HostileTenant.Email)));

        string?[] told =
        [
            Claim(access, "sub"),
            (await host.MeAsync(access)).Member("sub"),
            Claim(tokens.Access, "sub"),
            Claim(tokens.Id!, "sub"),
            (await OAuthSpeaker.UserInfoAsync(host, tokens.Access)).Member("sub"),
            (await OAuthSpeaker.IntrospectAsync(host, OAuthClients.House, tokens.Access)).Member("sub"),
            (await OAuthSpeaker.IntrospectAsync(host, OAuthClients.House, tokens.Refresh!)).Member("sub"),
            await BrowserSubjectAsync(host, HostileTenant.Email),
        ];
        Assert.That(told.Distinct(), Has.Exactly(1).Items);
        Assert.That(told[0], Is.Not.EqualTo(victim));
        Assert.That(Guid.TryParse(told[0], out _), Is.True);
        Assert.That((await MessageCodeSpeaker.GetUserAsync(host, access)).Member("Content.Email"), Is.EqualTo(HostileTenant.Email));
    }

    [Test]
    public async Task Two_tenants_users_of_one_id_are_two()
    {
        await using var host = await TestHost.StartAsync();
        var id = Guid.CreateVersion7();
        await RegisterAsync(host);
        await TenantSpeaker.RegisterInAsync(host, "second", "other@example.com");
        await using (var tenant = HostileTenant.Of(host))
            await tenant.RenameAsync(id);
        await using (var second = HostileTenant.At(host, host.Databases.DemoConnection.Replace("demo", "second", StringComparison.Ordinal)))
            await second.RenameAsync(id, "other@example.com");

        var one = Claim((await new TenantSpeaker().SignInAsync(host, HostileTenant.Email)).Member("token")!, "sub");
        var other = Claim((await new TenantSpeaker().SignInAsync(host, "other@example.com")).Member("token")!, "sub");

        Assert.That(one, Is.Not.EqualTo(other).And.Not.EqualTo(id.ToString()));
    }

    [Test]
    public async Task A_pairwise_client_knows_them_apart_too()
    {
        await using var host = await TestHost.StartAsync();
        var victim = await OAuthTokens.ObtainAsync(host, OAuthClients.Clinic);
        var id = Guid.Parse(Claim((await OAuthTokens.ObtainAsync(host, OAuthClients.Shop)).Access, "sub")!);
        await RegisterAsync(host);
        await using (var tenant = HostileTenant.Of(host))
            await tenant.RenameAsync(id);

        var tokens = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.Clinic, await new Authorizing(host).CodeAsync(Authorizing.RequestOf(OAuthClients.Clinic), HostileTenant.Email)));

        Assert.That(Claim(tokens.Id!, "sub"), Is.Not.EqualTo(Claim(victim.Id!, "sub")));
        Assert.That((await OAuthSpeaker.UserInfoAsync(host, tokens.Access)).Member("sub"), Is.EqualTo(Claim(tokens.Id!, "sub")));
    }

    [Test]
    public async Task An_id_of_zeros_makes_nobody_a_client()
    {
        await using var host = await TestHost.StartAsync();
        await RegisterAsync(host);
        await using (var tenant = HostileTenant.Of(host))
            await tenant.RenameAsync(Guid.Empty);

        var access = (await new TenantSpeaker().SignInAsync(host, HostileTenant.Email)).Member("token")!;

        Assert.That(Claim(access, "sub"), Is.Not.EqualTo("tenant").And.Not.EqualTo(Guid.Empty.ToString()));
        Assert.That((await host.MeAsync(access)).Member("sub"), Is.EqualTo(Claim(access, "sub")));
        Assert.That((await MessageCodeSpeaker.GetUserAsync(host, access)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Nor_does_an_id_that_is_a_client_s()
    {
        var id = Guid.CreateVersion7();
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Clients.Add(new() { Id = id.ToString(), Secret = "a secret that is long enough for it", FirstParty = true, Grants = { GrantTypes.Password } }) });
        await RegisterAsync(host);
        await using (var tenant = HostileTenant.Of(host))
            await tenant.RenameAsync(id);

        var answer = await host.PostFormAsync("/api/v1/authenticate/connect/token", ("grant_type", "password"), ("username", HostileTenant.Email), ("password", Speaker.Password), ("client_id", id.ToString()), ("client_secret", "a secret that is long enough for it"));

        var access = answer.Member("model.access_token")!;
        Assert.That(Claim(access, "sub"), Is.Not.EqualTo(id.ToString()));
        Assert.That((await MessageCodeSpeaker.GetUserAsync(host, access)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Ids_that_change_after_the_sign_in_lead_nowhere()
    {
        await using var host = await TestHost.StartAsync();
        var victim = await SubjectAsync(host, (await Pair.RegisterAsync(host)).Access);
        await RegisterAsync(host);
        var signedIn = await new TenantSpeaker().SignInAsync(host, HostileTenant.Email);
        await using (var tenant = HostileTenant.Of(host))
        {
            await tenant.RenameAsync(Guid.Parse(victim));
            await tenant.ChangeSessionsAsync(userId: Guid.Parse(victim));
        }

        var refreshed = await TenantSpeaker.RefreshAsync(host, signedIn.Member("token")!, signedIn.Member("refreshToken")!);

        Assert.That(refreshed.Status, Is.EqualTo(200), refreshed.Body);
        Assert.That(Claim(refreshed.Member("token")!, "sub"), Is.Not.EqualTo(victim));
        Assert.That((await host.MeAsync(refreshed.Member("token")!)).Member("sub"), Is.Not.EqualTo(victim));
    }

    [Test]
    public async Task A_scope_that_is_written_into_its_sessions_is_not_granted()
    {
        await using var host = await TestHost.StartAsync(Plan);
        await RegisterAsync(host);
        var signedIn = await new TenantSpeaker().SignInAsync(host, HostileTenant.Email);
        var shop = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, await new Authorizing(host).CodeAsync(Authorizing.RequestOf(OAuthClients.Shop), HostileTenant.Email)));
        await using (var tenant = HostileTenant.Of(host))
            await tenant.ChangeSessionsAsync(scope: $"openid offline_access {OAuthClients.Read} {OAuthClients.Write}");

        var refreshed = (await TenantSpeaker.RefreshAsync(host, signedIn.Member("token")!, signedIn.Member("refreshToken")!)).Member("token")!;
        var ofShop = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, shop.Refresh!));

        Assert.That(Claim(refreshed, "scope"), Is.EqualTo("openid offline_access"));
        Assert.That(ofShop.Scope, Is.EqualTo("openid offline_access"));
        Assert.That((await host.GetAsync("/orders", Requests.Bearer(refreshed))).Status, Is.EqualTo(403));
    }

    [TestCase("""{"resources":["https://payroll.example"]}""", "openid offline_access payroll.pay")]
    [TestCase("""{"resources":["https://somebody.example"]}""", "openid offline_access")]
    [TestCase("""{"resources":[null,"https://payroll.example"]}""", "payroll.pay")]
    [TestCase("""{"resources":[]}""", "openid")]
    [TestCase("""{"resources":"https://payroll.example"}""", "payroll.pay")]
    [TestCase("no JSON", "payroll.pay")]
    public async Task Interfaces_that_are_written_into_its_sessions_get_no_token(string details, string scope)
    {
        await using var host = await OAuthApis.StartAsync();
        await RegisterAsync(host);
        var tokens = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, await new Authorizing(host).CodeAsync(Authorizing.RequestOf(OAuthClients.Shop), HostileTenant.Email)));
        await using (var tenant = HostileTenant.Of(host))
            await tenant.ChangeSessionsAsync(scope: scope, details: details);

        (await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, tokens.Refresh!)).AssertRefused(400, "invalid_target");
        (await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, tokens.Refresh!, OAuthApis.For(OAuthApis.Payroll))).AssertRefused(400, "invalid_target");
    }

    [Test]
    public async Task A_session_of_another_s_id_keeps_nobody_else_signed_in()
    {
        await using var host = await TestHost.StartAsync();
        var victim = await Pair.RegisterAsync(host);
        await RegisterAsync(host);
        var tokens = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.House, await new Authorizing(host).CodeAsync(Authorizing.RequestOf(OAuthClients.House), HostileTenant.Email)));
        await using (var tenant = HostileTenant.Of(host))
            await tenant.TakeSessionIdAsync(Guid.Parse(Claim(tokens.Access, "sid")!), Guid.Parse(Claim(victim.Access, "sid")!));
        var theirs = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, OAuthClients.House, tokens.Refresh!)).Access;
        await LaravelSpeaker.LogoutAsync(host, victim.Access);

        Assert.That((await host.MeAsync(theirs)).Status, Is.EqualTo(200));

        Assert.That(Claim(theirs, "sid"), Is.EqualTo(Claim(victim.Access, "sid")));
        Assert.That((await host.MeAsync(victim.Access)).Status, Is.EqualTo(401));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task What_a_brought_database_says_of_an_address_is_not_verified(bool isBrought)
    {
        var folder = Directory.CreateTempSubdirectory("authkit-brought-");
        try
        {
            await using var host = await TestHost.StartAsync(new()
            {
                Build = builder => builder.AllowClientDatabases(policy =>
                {
                    policy.Engines.Add(DatabaseEngine.Sqlite);
                    policy.SqliteFolder = folder.FullName;
                    policy.AcceptThatStrangersChooseWhereThisServerConnects = true;
                }),
            });
            var registered = await TenantSpeaker.RegisterInAsync(host, isBrought ? "Data Source=theirs.db" : "demo", HostileTenant.Email);
            Assert.That(registered.Status, Is.EqualTo(201), registered.Body);
            await using (var tenant = isBrought ? HostileTenant.At(host, $"Data Source={Path.Combine(folder.FullName, "theirs.db")}") : HostileTenant.Of(host))
                await tenant.RenameAsync(Guid.CreateVersion7());

            var tokens = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.House, await new Authorizing(host).CodeAsync(Authorizing.RequestOf(OAuthClients.House), HostileTenant.Email)));

            Assert.That((await OAuthSpeaker.UserInfoAsync(host, tokens.Access)).Member("email_verified"), Is.EqualTo(isBrought ? "False" : "True"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static HostPlan Plan { get; } = new()
    {
        Map = app =>
        {
            app.MapGet("/orders", () => "in").RequireAuthorization(policy => policy.RequireScope(OAuthClients.Read));
            app.MapGet("/own/in", async (HttpContext http, string email) =>
                await http.SignInBrowserAsync((await OAuthFlows.SignInBrowser.RunAsync(http.RequestServices, new(email, Speaker.Password), new() { ClientId = "house" }, http.RequestAborted)).Value!));
            app.MapGet("/own/who", [Authorize(AuthenticationSchemes = AuthKitDefaults.BrowserScheme)] (ClaimsPrincipal user) => user.FindFirstValue("sub"));
        },
    };

    private static async Task<string?> BrowserSubjectAsync(TestHost host, string email)
    {
        using var browser = new Pages.Browser(host);
        await browser.OpenAsync($"/own/in?email={email}");
        return (await browser.OpenAsync("/own/who")).Body;
    }

    private static async Task RegisterAsync(TestHost host) => Assert.That((await new TenantSpeaker().RegisterAsync(host, HostileTenant.Email)).Status, Is.EqualTo(201));

    private static async Task<string> SubjectAsync(TestHost host, string access) => (await host.MeAsync(access)).Member("sub")!;

    private static string? Claim(string token, string name) => new Forgery(token).Payload[name]?.GetValue<string>();
}
