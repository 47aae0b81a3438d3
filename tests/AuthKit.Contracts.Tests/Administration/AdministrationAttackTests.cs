using AuthKit.Contracts.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using static AuthKit.Contracts.Tests.Administration.Administrating;

namespace AuthKit.Contracts.Tests.Administration;

/// <summary>Nobody administers but an administrator, as their account is now.</summary>
internal sealed class AdministrationAttackTests
{
    private static readonly HostPlan Plan = new()
    {
        Build = authKit => authKit.AddAdministration(administration => administration.AllowImpersonation = true),
        Options = options =>
        {
            options.Roles.InTenants = true;
            options.OAuth.Scopes.Add(new() { Name = "roles" });
            foreach (var scope in new[] { "openid", "profile", "roles" })
                options.Clients.Single(static client => client.Id == OAuthClients.Shop.Id).Scopes.Add(scope);
        },
    };

    /// <summary>Every route, as it succeeds for an administrator.</summary>
    private static readonly (string Method, string Path, string? Body)[] Routes =
    [
        ("GET", "/tenants", null),
        ("GET", "/users", null),
        ("POST", "/users", """{"email":"new@example.com"}"""),
        ("GET", "/users/{id}", null),
        ("PUT", "/users/{id}", """{"name":"Anna"}"""),
        ("POST", "/users/{id}/unlock", "{}"),
        ("PUT", "/users/{id}/roles", """{"roles":[]}"""),
        ("POST", "/users/{id}/password-reset", "{}"),
        ("GET", "/users/{id}/sessions", null),
        ("POST", "/users/{id}/impersonation", "{}"),
        ("DELETE", "/users/{id}/sessions", null),
        ("POST", "/users/{id}/disable", "{}"),
        ("POST", "/users/{id}/enable", "{}"),
        ("DELETE", "/users/{id}", null),
    ];

    [Test]
    public async Task Nobody_gets_at_any_route_without_the_role()
    {
        await using var host = await TestHost.StartAsync(Plan);
        await new OAuthSpeaker().RegisterAsync(host);
        var victim = await IdOfAsync(host, Speaker.Email);
        var ordinary = await Pair.RegisterAsync(host, "ordinary@example.com");
        var former = await FormerAsync(host);
        var disabled = await AdministratorAsync(host, "disabled@example.com");
        await UsersOf(host).DisableAsync(await IdOfAsync(host, "disabled@example.com"), null, default);
        await new TenantSpeaker().RegisterAsync(host, "tenant@example.com");
        await SetRolesAsync(host, "tenant@example.com", ["admin"], "demo");
        var tenants = (await new TenantSpeaker().SignInAsync(host, "tenant@example.com")).Member("token")!;
        await Pair.RegisterAsync(host, "shopper@example.com");
        await SetRolesAsync(host, "shopper@example.com", ["admin"]);
        var thirdPartys = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop, "openid roles", "shopper@example.com");
        (string Who, string? Token, int Status)[] callers =
        [
            ("nobody", null, 401),
            ("a forger", "eyJhbGciOiJub25lIn0.e30.", 401),
            ("an ordinary account", ordinary.Access, 403),
            ("whose role was taken", former.Access, 403),
            ("who is shut out", disabled.Access, 401),
            ("a tenant's account", tenants, 403),
            ("a third party's client", thirdPartys.Access, 403),
        ];

        using (Assert.EnterMultipleScope())
        {
            foreach (var (method, path, body) in Routes.Append(("DELETE", "/users/{id}/sessions/{id}", null)))
            {
                foreach (var (who, token, status) in callers)
                    Assert.That((await host.AdminAsync(method, path.Replace("{id}", $"{victim}", StringComparison.Ordinal), token, body)).Status, Is.EqualTo(status), $"{who}: {method} {path}");
            }

            Assert.That((await UsersOf(host).FindAsync(victim, null, default))!.DisabledAt, Is.Null);
            Assert.That(await UsersOf(host).FindByNameAsync("new@example.com", null, default), Is.Null);
        }

        var root = await AdministratorAsync(host);
        foreach (var (method, path, body) in Routes)
            Assert.That((await host.AdminAsync(method, path.Replace("{id}", $"{victim}", StringComparison.Ordinal), root.Access, body)).Status, Is.InRange(200, 299), $"{method} {path}");
    }

    [Test]
    public async Task Ids_that_are_none_find_nothing()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var root = await AdministratorAsync(host);
        string[] ids = [$"{Guid.NewGuid()}", "1", "%00", "..%2Fusers", "'%20OR%201=1--", new string('a', 3000), "%E2%80%AE"];

        using (Assert.EnterMultipleScope())
        {
            foreach (var (method, path, body) in Routes.Where(static route => route.Path.Contains("{id}", StringComparison.Ordinal)))
            {
                foreach (var id in ids)
                    Assert.That((await host.AdminAsync(method, path.Replace("{id}", id, StringComparison.Ordinal), root.Access, body)).Status, Is.EqualTo(404).Or.EqualTo(400), $"{method} {path} {id}");
            }
        }
    }

    [TestCase("cursor=%00")]
    [TestCase("cursor=AAAA")]
    [TestCase("cursor=MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDB4")]
    [TestCase("limit=0")]
    [TestCase("limit=201")]
    [TestCase("limit=-1")]
    [TestCase("limit=99999999999999999999")]
    [TestCase("disabled=perhaps")]
    [TestCase("createdFrom=yesterday")]
    [TestCase("createdFrom=0001-01-01T00:00:00Z")]
    [TestCase("createdBefore=9999-12-31T23:59:59Z")]
    [TestCase("lastSeenUntil=2026-02-30")]
    [TestCase("tenant=nobody")]
    [TestCase("tenant=%00")]
    [TestCase("email=%00")]
    [TestCase("userName=a%00b")]
    [TestCase("role=%00")]
    [TestCase("email=1&email=2")]
    public async Task What_is_no_query_is_refused(string query)
    {
        await using var host = await TestHost.StartAsync(Plan);
        var root = await AdministratorAsync(host);
        Assert.That((await host.AdminAsync("GET", $"/users?{query}", root.Access)).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task What_is_too_long_is_refused_everywhere()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var root = await AdministratorAsync(host);
        var text = new string('x', 7000);
        foreach (var field in new[] { "email", "userName", "role", "disabled", "createdFrom", "createdBefore", "lastSeenUntil", "tenant", "cursor", "limit" })
            Assert.That((await host.AdminAsync("GET", $"/users?{field}={text}", root.Access)).Status, Is.EqualTo(400), field);
        text = new string('x', 10_000);
        foreach (var field in new[] { "email", "userName", "password", "name", "givenName", "phoneNumber", "address", "contactEmail", "tenant" })
            Assert.That((await host.AdminAsync("POST", "/users", root.Access, $$"""{"email":"new@example.com","{{field}}":"{{text}}"}""")).Status, Is.EqualTo(400), field);
        Assert.That((await host.AdminAsync("PUT", $"/users/{await IdOfAsync(host, Administrator)}/roles", root.Access, $$"""{"roles":["{{text}}"]}""")).Status, Is.EqualTo(400));
    }

    /// <summary>What means something in a pattern means itself in a prefix.</summary>
    [TestCase("%", 1)]
    [TestCase("_", 1)]
    [TestCase("%_", 0)]
    [TestCase("'", 1)]
    [TestCase("' OR '1'='1", 0)]
    [TestCase("\"", 0)]
    [TestCase("\\", 0)]
    [TestCase("[", 0)]
    [TestCase("*", 0)]
    [TestCase("\u202E", 0)]
    [TestCase("א", 0)]
    [TestCase("\U0010FFFD", 0)]
    [TestCase("zz", 0)]
    public async Task A_prefix_is_text(string prefix, int count)
    {
        await using var host = await TestHost.StartAsync(Plan with { Options = Plan.Options + (static options => options.Mail.SmtpUtf8 = true) });
        var root = await AdministratorAsync(host);
        foreach (var email in new[] { "%a@example.com", "_a@example.com", "'a@example.com", "a@example.com" })
            Assert.That((await UsersOf(host).CreateAsync(new(email), null, default)).Failure, Is.Null, email);

        var found = await host.AdminAsync("GET", $"/users?email={Uri.EscapeDataString(prefix)}", root.Access);

        Assert.That(found.Status, Is.EqualTo(200), found.Body);
        Assert.That(found.Json.GetProperty("users").GetArrayLength(), Is.EqualTo(count));
    }

    [Test]
    public async Task They_do_not_take_from_themselves_what_others_have_to()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var root = await AdministratorAsync(host);
        var id = await IdOfAsync(host, Administrator);

        var (disabled, demoted, deleted) = (
            await host.AdminAsync("POST", $"/users/{id}/disable", root.Access),
            await host.AdminAsync("PUT", $"/users/{id}/roles", root.Access, """{"roles":[]}"""),
            await host.AdminAsync("DELETE", $"/users/{id}", root.Access));

        Assert.That((disabled.Status, demoted.Status, deleted.Status), Is.EqualTo((409, 409, 409)), disabled.Body);
        Assert.That((await host.AdminAsync("GET", "/users", root.Access)).Status, Is.EqualTo(200));
    }

    /// <summary>Whoever has the address gets the next password by mail.</summary>
    [Test]
    public async Task Nobody_takes_another_administrator_s_address()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var root = await AdministratorAsync(host);
        await AdministratorAsync(host, "other@example.com");
        var id = await IdOfAsync(host, "other@example.com");

        var taken = await host.AdminAsync("PUT", $"/users/{id}", root.Access, """{"email":"mine@example.com"}""");
        var named = await host.AdminAsync("PUT", $"/users/{id}", root.Access, """{"name":"Other"}""");

        Assert.That((taken.Status, named.Status), Is.EqualTo((409, 200)), taken.Body);
    }

    private static async Task<Pair> FormerAsync(TestHost host)
    {
        await AdministratorAsync(host, "former@example.com");
        var pair = await Pair.SignInAsync(host, "former@example.com");
        Assert.That((await host.AdminAsync("GET", "/users", pair.Access)).Status, Is.EqualTo(200));
        await SetRolesAsync(host, "former@example.com", []);
        return pair;
    }
}
