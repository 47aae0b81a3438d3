using AuthKit.Contracts.Tests.Harness;
using AuthKit.Events;
using Microsoft.Extensions.DependencyInjection;
using static AuthKit.Contracts.Tests.Administration.Administrating;

namespace AuthKit.Contracts.Tests.Administration;

/// <summary>Administrators see and steer accounts.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class AdministrationTests(Engine engine)
{
    private readonly HeardEvents _heard = new();

    private HostPlan Plan => new HostPlan { Engine = engine, Build = authKit => authKit.AddRoles("editor").AddAdministration() }.And(_heard.Plan);

    [Test]
    public async Task They_find_accounts_and_see_what_stands_beside_them()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var root = await AdministratorAsync(host);
        for (var i = 0; i < 5; i++)
            await UsersOf(host).CreateAsync(new($"anna{i}@example.com") { UserName = $"anna{i}" }, null, default);
        await Pair.RegisterAsync(host);
        await Pair.SignInAsync(host);

        var first = await host.AdminAsync("GET", "/users?email=ANNA&limit=4", root.Access);
        var second = await host.AdminAsync("GET", $"/users?email=ANNA&limit=4&cursor={first.Member("next")}", root.Access);
        var admins = await host.AdminAsync("GET", "/users?role=admin&disabled=false", root.Access);
        var seen = await host.AdminAsync("GET", "/users?lastSeenUntil=2026-01-01", root.Access);
        var made = await host.AdminAsync("GET", "/users?createdFrom=2026-01-01T12:00:00Z&createdBefore=2026-01-01T12:00:01Z", root.Access);
        var shown = await host.AdminAsync("GET", $"/users/{await IdOfAsync(host, Speaker.Email)}", root.Access);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(EmailsOf(first).Concat(EmailsOf(second)), Is.EqualTo(new[] { "anna0@example.com", "anna1@example.com", "anna2@example.com", "anna3@example.com", "anna4@example.com", Speaker.Email }));
            Assert.That(EmailsOf(admins), Is.EqualTo(new[] { Administrator }));
            Assert.That(EmailsOf(seen), Is.EquivalentTo(new[] { Administrator, Speaker.Email }), "Who was seen is kept.");
            Assert.That(EmailsOf(made).Count(), Is.EqualTo(7));
            Assert.That(shown.Status, Is.EqualTo(200), shown.Body);
            Assert.That((shown.Member("user.email"), shown.Member("user.lastSeenOn"), shown.Member("sessions"), shown.Member("locked"), shown.Member("hasPassword")), Is.EqualTo((Speaker.Email, "2026-01-01", "2", "False", "True")));
            Assert.That(shown.Body, Does.Not.Contain("argon2").And.Not.Contain("credentialVersion"));
        }
    }

    [Test]
    public async Task They_make_an_account_whose_owner_is_mailed_a_link_to_set_a_password()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var root = await AdministratorAsync(host);

        var made = await host.AdminAsync("POST", "/users", root.Access, """{"email":"bao@example.com","name":"Bảo","roles":["editor"]}""");
        var token = await host.Mails.NextTokenAsync("bao@example.com");
        var reset = await host.PostJsonAsync("/account/password/reset", $$"""{"token":"{{token}}","newPassword":"another horse 8!"}""");

        Assert.That(made.Status, Is.EqualTo(200), made.Body);
        Assert.That((made.Member("name"), made.Member("roles"), made.Member("emailVerified")), Is.EqualTo(("Bảo", """["editor"]""", "False")));
        Assert.That(reset.Status, Is.LessThan(300), reset.Body);
        await Pair.SignInAsync(host, "bao@example.com", "another horse 8!");
        var told = await _heard.NextAsync<AccountAdministered>();
        Assert.That((told.Action, told.AdministratorId), Is.EqualTo((AdministrativeActions.Created, await IdOfAsync(host, Administrator))));
        Assert.That(told.UserId, Is.EqualTo(await IdOfAsync(host, "bao@example.com")));
    }

    [Test]
    public async Task They_change_shut_open_unlock_and_erase_accounts_and_end_sessions()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var root = await AdministratorAsync(host);
        var (pair, id) = (await Pair.RegisterAsync(host), await IdOfAsync(host, Speaker.Email));

        var changed = await host.AdminAsync("PUT", $"/users/{id}", root.Access, """{"name":"Anna","emailVerified":true,"phoneNumber":""}""");
        var sessions = await host.AdminAsync("GET", $"/users/{id}/sessions", root.Access);
        var ended = await host.AdminAsync("DELETE", $"/users/{id}/sessions/{sessions.Member("sessions")![8..44]}", root.Access);
        var tried = await pair.TryAsync(host);
        var again = await Pair.SignInAsync(host);
        var all = await host.AdminAsync("DELETE", $"/users/{id}/sessions", root.Access);
        var triedAgain = await again.TryAsync(host);
        var shut = await host.AdminAsync("POST", $"/users/{id}/disable", root.Access);
        var refused = await new AccountSpeaker().SignInAsync(host);
        var open = await host.AdminAsync("POST", $"/users/{id}/enable", root.Access, "{}");
        for (var i = 0; i < 20; i++)
            await new LaravelSpeaker().SignInAsync(host, password: "wrong horse 7!");
        var locked = await host.AdminAsync("GET", $"/users/{id}", root.Access);
        await host.AdminAsync("POST", $"/users/{id}/unlock", root.Access);
        await Pair.SignInAsync(host);
        var mailed = await host.AdminAsync("POST", $"/users/{id}/password-reset", root.Access);
        var token = await host.Mails.NextTokenAsync(Speaker.Email);
        var erased = await host.AdminAsync("DELETE", $"/users/{id}", root.Access);
        var gone = await host.AdminAsync("GET", $"/users/{id}", root.Access);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((changed.Status, changed.Member("name"), changed.Member("emailVerified")), Is.EqualTo((200, "Anna", "True")), changed.Body);
            Assert.That((ended.Status, all.Status), Is.EqualTo((204, 204)), ended.Body);
            Assert.That((tried, triedAgain), Is.EqualTo(((401, 401), (401, 401))));
            Assert.That((shut.Status, shut.Member("disabledAt")), Is.EqualTo((200, "2026-01-01T12:00:00+00:00")));
            Assert.That((refused.Status, open.Status, open.Member("disabledAt")), Is.EqualTo((403, 200, "")));
            Assert.That(locked.Member("locked"), Is.EqualTo("True"));
            Assert.That((mailed.Status, token.Length), Is.EqualTo((204, token.Length)));
            Assert.That((erased.Status, gone.Status), Is.EqualTo((204, 404)));
        }
    }

    [Test]
    public async Task A_role_that_they_give_administers_at_once_and_one_that_they_take_does_not()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var root = await AdministratorAsync(host);
        var (pair, id) = (await Pair.RegisterAsync(host), await IdOfAsync(host, Speaker.Email));

        var before = await host.AdminAsync("GET", "/tenants", pair.Access);
        var given = await host.AdminAsync("PUT", $"/users/{id}/roles", root.Access, """{"roles":["admin","editor"]}""");
        var with = await host.AdminAsync("GET", "/tenants", pair.Access);
        await host.AdminAsync("PUT", $"/users/{id}/roles", root.Access, """{"roles":[]}""");
        var after = await host.AdminAsync("GET", "/tenants", pair.Access);
        var unknown = await host.AdminAsync("PUT", $"/users/{id}/roles", root.Access, """{"roles":["root"]}""");
        var none = await host.AdminAsync("PUT", $"/users/{id}/roles", root.Access, "{}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((before.Status, given.Status, with.Status, after.Status), Is.EqualTo((403, 200, 200, 403)));
            Assert.That(with.Body, Is.EqualTo("""{"tenants":["demo","second"]}"""));
            Assert.That((unknown.Status, none.Status), Is.EqualTo((400, 400)));
        }
    }

    [Test]
    public async Task They_switch_to_a_tenant_s_accounts_and_back()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var root = await AdministratorAsync(host);
        await new TenantSpeaker().RegisterAsync(host);
        await Pair.RegisterAsync(host, "home@example.com");
        var (tenants, homes) = (await IdOfAsync(host, Speaker.Email, "demo"), await IdOfAsync(host, "home@example.com"));

        var made = await host.AdminAsync("POST", "/users", root.Access, """{"email":"new@example.com","password":"correct horse 7!","tenant":"demo"}""");
        var listed = await host.AdminAsync("GET", "/users?tenant=demo", root.Access);
        var shut = await host.AdminAsync("POST", $"/users/{tenants}/disable", root.Access, """{"tenant":"demo"}""");
        var signedIn = await new TenantSpeaker().SignInAsync(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.Status, Is.EqualTo(200), made.Body);
            Assert.That(EmailsOf(listed), Is.EquivalentTo(new[] { Speaker.Email, "new@example.com" }));
            Assert.That((shut.Status, signedIn.Status), Is.EqualTo((200, 403)));
            foreach (var (id, query) in new[] { (tenants, ""), (homes, "?tenant=demo"), (tenants, "?tenant=second") })
            {
                Assert.That((await host.AdminAsync("GET", $"/users/{id}{query}", root.Access)).Status, Is.EqualTo(404), query);
                Assert.That((await host.AdminAsync("DELETE", $"/users/{id}{query}", root.Access)).Status, Is.EqualTo(404), query);
                Assert.That((await host.AdminAsync("GET", $"/users/{id}/sessions{query}", root.Access)).Status, Is.EqualTo(404), query);
            }
        }
    }

    [Test]
    public async Task What_changes_something_wants_a_recent_proof_unless_the_host_does_not()
    {
        await using var host = await TestHost.StartAsync(Plan);
        await using var lax = await TestHost.StartAsync(Plan.And(new() { Build = authKit => authKit.AddAdministration(administration => administration.RequireRecentProof = false) }));
        var (root, laxRoot) = (await AdministratorAsync(host), await AdministratorAsync(lax));
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        lax.Clock.Advance(TimeSpan.FromMinutes(11));

        var shown = await host.AdminAsync("GET", "/users", root.Access);
        var refused = await host.AdminAsync("POST", "/users", root.Access, """{"email":"bao@example.com"}""");
        var proved = await host.PostJsonAsync("/account/proofs", $$"""{"currentPassword":"{{Speaker.Password}}"}""", Requests.Bearer(root.Access));
        var made = await host.AdminAsync("POST", "/users", proved.Member("accessToken"), """{"email":"bao@example.com"}""");
        var laxly = await lax.AdminAsync("POST", "/users", laxRoot.Access, """{"email":"bao@example.com"}""");

        Assert.That((shown.Status, refused.Status, made.Status, laxly.Status), Is.EqualTo((200, 401, 200, 200)), refused.Body);
        Assert.That(refused.Header("WWW-Authenticate"), Does.Contain("insufficient_user_authentication"));
        Assert.That(lax.Logs.Text, Does.Contain("RequireRecentProof"));
    }

    private static IEnumerable<string?> EmailsOf(Answer answer)
    {
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return answer.Json.GetProperty("users").EnumerateArray().Select(static user => user.GetProperty("email").GetString());
    }
}
