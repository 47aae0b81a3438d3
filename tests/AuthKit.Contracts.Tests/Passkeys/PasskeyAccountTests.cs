using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Passkeys;

/// <summary>What passkeys do to accounts, on every engine.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class PasskeyAccountTests(Engine engine)
{
    private static PasskeyPaths Paths => PasskeyPaths.Laravel;

    private HostPlan Plan => new() { Engine = engine, Build = authKit => authKit.AddPasskeys() };

    [Test]
    public async Task It_is_kept_used_renamed_and_removed()
    {
        await using var host = await TestHost.StartAsync(Plan);
        using SoftwareAuthenticator one = new() { CredentialId = [.. Enumerable.Repeat((byte)7, 1023)], SignCount = uint.MaxValue - 1 }, two = new();
        var session = await Pair.RegisterAsync(host);

        var first = await Paths.RegisterAsync(host, session.Access, one, "Điện thoại");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await Paths.RegisterAsync(host, session.Access, two);
        one.SignCount = uint.MaxValue;
        var (used, again) = ((await Paths.SignInAsync(host, one)).Status, (await Paths.SignInAsync(host, one)).Status);
        var (synced, more) = ((await Paths.SignInAsync(host, two)).Status, (await Paths.SignInAsync(host, two)).Status);
        var listed = await host.GetAsync(Paths.Path(""), Requests.Bearer(session.Access));
        var removed = await host.SendAsync(HttpMethod.Delete, Paths.Path($"/{Paths.Member(first, "id")}"), content: null, Requests.Bearer(session.Access));
        var gone = (await Paths.SignInAsync(host, one)).Status;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.Status, second.Status), Is.EqualTo((201, 201)), first.Body + second.Body);
            Assert.That((used, again), Is.EqualTo((200, 401)));
            Assert.That((synced, more), Is.EqualTo((200, 200)));
            Assert.That(listed.Json.GetProperty("data").GetProperty("passkeys").EnumerateArray().Select(passkey => passkey.GetProperty("name").GetString()), Is.EqualTo(new[] { "Điện thoại", "Passkey" }));
            Assert.That((removed.Status, gone), Is.EqualTo((200, 401)));
        }
    }

    [Test]
    public async Task Removing_it_ends_what_it_started_and_leaves_the_caller_s_session()
    {
        await using var host = await TestHost.StartAsync(Plan);
        using SoftwareAuthenticator lost = new(), kept = new();
        var session = await Pair.RegisterAsync(host);
        var id = Paths.Member(await Paths.RegisterAsync(host, session.Access, lost), "id");
        await Paths.RegisterAsync(host, session.Access, kept);
        var thief = Pair.Of(await Paths.SignInAsync(host, lost));

        await host.SendAsync(HttpMethod.Delete, Paths.Path($"/{id}"), content: null, Requests.Bearer(session.Access));

        Assert.That(await thief.TryAsync(host), Is.EqualTo((401, 401)));
        Assert.That(await session.TryAsync(host), Is.EqualTo((200, 200)));
        Assert.That((await Paths.SignInAsync(host, kept)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Of_two_that_are_removed_at_once_the_last_stays()
    {
        await using var host = await TestHost.StartAsync(Plan);
        using SoftwareAuthenticator one = new(), two = new();
        var session = Pair.Of(await Paths.PostAsync(host, "/sign-up", null, ("credential", one.Create(await Paths.OptionsAsync(host, "/sign-up/options", null, ("email", Speaker.Email))))));
        await Paths.RegisterAsync(host, session.Access, two);
        var listed = await host.GetAsync(Paths.Path(""), Requests.Bearer(session.Access));
        string[] ids = [.. listed.Json.GetProperty("data").GetProperty("passkeys").EnumerateArray().Select(passkey => passkey.GetProperty("id").GetString()!)];

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => host.SendAsync(HttpMethod.Delete, Paths.Path($"/{ids[i % 2]}"), content: null, Requests.Bearer(session.Access))));

        Assert.That(answers.Count(answer => answer.Status == 200), Is.AtMost(1));
        Assert.That(answers.Select(answer => answer.Status), Is.All.AnyOf(200, 404, 409, 401));
        Assert.That(new[] { (await Paths.SignInAsync(host, one)).Status, (await Paths.SignInAsync(host, two)).Status }, Does.Contain(200));
    }

    [Test]
    public async Task One_that_a_stranger_has_added_before_the_owner_came_does_not_outlast_the_owner_s_reset()
    {
        await using var host = await TestHost.StartAsync(Plan);
        using SoftwareAuthenticator stranger = new(), owner = new();
        var made = await Paths.PostAsync(host, "/sign-up", null, ("credential", stranger.Create(await Paths.OptionsAsync(host, "/sign-up/options", null, ("email", Speaker.Email)))));
        Assert.That((await Paths.SignInAsync(host, stranger)).Status, Is.EqualTo(200), made.Body);

        await LaravelSpeaker.ResetByMailAsync(host, "the owner's own 7!");
        var session = await Pair.SignInAsync(host, password: "the owner's own 7!");
        await Paths.RegisterAsync(host, session.Access, owner);

        var listed = await host.GetAsync(Paths.Path(""), Requests.Bearer(session.Access));
        Assert.That((await Paths.SignInAsync(host, stranger)).Status, Is.EqualTo(401));
        Assert.That((await Paths.SignInAsync(host, owner)).Status, Is.EqualTo(200));
        Assert.That(listed.Json.GetProperty("data").GetProperty("passkeys").GetArrayLength(), Is.EqualTo(1));
        // Once the address is proved, passkeys stay whatever becomes of passwords.
        await LaravelSpeaker.ResetByMailAsync(host, "another of theirs 8!");
        Assert.That((await Paths.SignInAsync(host, owner)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task It_leads_to_its_own_tenant_and_no_other()
    {
        await using var host = await TestHost.StartAsync(Plan);
        using SoftwareAuthenticator demo = new(), second = new(), home = new();
        await RegisterInAsync(host, "demo", "anna@demo.example", demo);
        await RegisterInAsync(host, "second", "ben@second.example", second);
        await Paths.RegisterAsync(host, (await Pair.RegisterAsync(host)).Access, home);

        var (inDemo, inSecond, inHome) = (await TenantOfAsync(host, demo), await TenantOfAsync(host, second), await TenantOfAsync(host, home));
        // The passkeys of one under the handles of others.
        (demo.UserHandle, second.UserHandle, home.UserHandle) = (second.UserHandle, home.UserHandle, demo.UserHandle);

        Assert.That((inDemo, inSecond, inHome), Is.EqualTo(("demo", "second", null as string)));
        Assert.That(new[] { (await Paths.SignInAsync(host, demo)).Status, (await Paths.SignInAsync(host, second)).Status, (await Paths.SignInAsync(host, home)).Status }, Is.All.EqualTo(401));
        Assert.That(demo.UserHandle, Has.Length.EqualTo(64));
    }

    [Test]
    public async Task A_request_that_names_a_tenant_opens_no_account_elsewhere()
    {
        await using var host = await TestHost.StartAsync(Plan);
        using var authenticator = new SoftwareAuthenticator();
        await RegisterInAsync(host, "demo", "anna@demo.example", authenticator);

        Assert.That(await SignInAsync("second"), Is.EqualTo(401));
        Assert.That(await SignInAsync("home"), Is.EqualTo(401));
        Assert.That(await SignInAsync("demo"), Is.EqualTo(200));

        async Task<int> SignInAsync(string tenant)
        {
            var credential = authenticator.Get(await Paths.OptionsAsync(host, "/sign-in/options", null));
            return (await host.PostJsonAsync(Paths.Path("/sign-in"), new JsonObject { ["credential"] = credential }.ToJsonString(), ("X-Tenant", tenant))).Status;
        }
    }

    [Test]
    public async Task Adding_one_and_taking_one_away_ask_each_for_a_proof_that_is_recent()
    {
        await using var host = await TestHost.StartAsync(Plan);
        using SoftwareAuthenticator kept = new(), late = new();
        var session = await Pair.RegisterAsync(host);
        var id = Paths.Member(await Paths.RegisterAsync(host, session.Access, kept), "id");
        host.Clock.Advance(TimeSpan.FromMinutes(9));
        var options = await Paths.OptionsAsync(host, "/options", session.Access);
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        var added = await Paths.PostAsync(host, "", session.Access, ("credential", late.Create(options)));
        var removed = await host.SendAsync(HttpMethod.Delete, Paths.Path($"/{id}"), content: null, Requests.Bearer(session.Access));

        Assert.That((added.Status, removed.Status), Is.EqualTo((401, 401)), added.Body + removed.Body);
        Assert.That(added.Body, Does.Contain("Prove again who you are."));
        Assert.That((await Paths.SignInAsync(host, late)).Status, Is.EqualTo(401));
        Assert.That((await Paths.SignInAsync(host, kept)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Where_addresses_have_to_be_confirmed_a_sign_up_waits_for_that([Values] bool hiding)
    {
        await using var host = await TestHost.StartAsync(Plan with
        {
            Build = static authKit => authKit.AddPasskeys().AddEmailConfirmation(),
            Options = options => (options.Accounts.RequireConfirmedEmail, options.Accounts.HideExistingAccounts) = (true, hiding),
        });
        using var authenticator = new SoftwareAuthenticator();

        var made = await Paths.PostAsync(host, "/sign-up", null, ("credential", authenticator.Create(await Paths.OptionsAsync(host, "/sign-up/options", null, ("email", Speaker.Email)))));
        var early = await Paths.SignInAsync(host, authenticator);
        var confirmed = await host.PostJsonAsync("/api/v1/email/confirm", $$"""{"token":"{{await host.Mails.NextTokenAsync(Speaker.Email)}}"}""");

        Assert.That(made.Status, Is.EqualTo(403), made.Body);
        // Who has not confirmed is told so, unless that would tell whether an account was made.
        Assert.That(early.Status, Is.EqualTo(hiding ? 401 : 403), early.Body);
        Assert.That(confirmed.Status, Is.EqualTo(200), confirmed.Body);
        Assert.That((await Paths.SignInAsync(host, authenticator)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task The_last_way_in_stays()
    {
        await using var host = await TestHost.StartAsync(Plan);
        using SoftwareAuthenticator only = new(), beside = new();
        var session = Pair.Of(await Paths.PostAsync(host, "/sign-up", null, ("credential", only.Create(await Paths.OptionsAsync(host, "/sign-up/options", null, ("email", Speaker.Email))))));
        var listed = await host.GetAsync(Paths.Path(""), Requests.Bearer(session.Access));
        var id = listed.Json.GetProperty("data").GetProperty("passkeys")[0].GetProperty("id").GetString();

        var refused = await RemoveAsync();
        Assert.That((await Paths.SignInAsync(host, only)).Status, Is.EqualTo(200));
        await Paths.RegisterAsync(host, session.Access, beside);
        var removed = await RemoveAsync();

        Assert.That((refused.Status, removed.Status), Is.EqualTo((409, 200)), refused.Body + removed.Body);
        Assert.That((await Paths.SignInAsync(host, only)).Status, Is.EqualTo(401));
        Assert.That((await Paths.SignInAsync(host, beside)).Status, Is.EqualTo(200));

        Task<Answer> RemoveAsync() => host.SendAsync(HttpMethod.Delete, Paths.Path($"/{id}"), content: null, Requests.Bearer(session.Access));
    }

    [Test]
    public async Task The_owner_is_told()
    {
        await using var host = await TestHost.StartAsync(Plan with { Options = static options => options.Mail.Notices.Credentials = true });
        using var authenticator = new SoftwareAuthenticator();
        var session = await Pair.RegisterAsync(host);

        var id = Paths.Member(await Paths.RegisterAsync(host, session.Access, authenticator), "id");
        var added = await host.Mails.NextAsync();
        await host.SendAsync(HttpMethod.Delete, Paths.Path($"/{id}"), content: null, Requests.Bearer(session.Access));
        var removed = await host.Mails.NextAsync();

        Assert.That((added.To, added.Subject, removed.Subject), Is.EqualTo((Speaker.Email, "A new passkey", "A passkey was removed")));
    }

    private static async Task RegisterInAsync(TestHost host, string tenant, string email, SoftwareAuthenticator authenticator)
    {
        await TenantSpeaker.RegisterInAsync(host, tenant, email);
        var signedIn = await new TenantSpeaker().SignInAsync(host, email);
        Assert.That((await Paths.RegisterAsync(host, signedIn.Member("token")!, authenticator)).Status, Is.EqualTo(201));
    }

    private static async Task<string?> TenantOfAsync(TestHost host, SoftwareAuthenticator authenticator)
    {
        var me = await host.MeAsync(Pair.Of(await Paths.SignInAsync(host, authenticator)).Access);
        return me.Json.TryGetProperty("tid", out var tenant) ? tenant.GetString() : null;
    }
}
