using AuthKit.Administration;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Owner;
using AuthKit.Users;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Administration;

/// <summary>What a host does with accounts from its own code.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class UsersTests(Engine engine)
{
    [Test]
    public async Task Who_is_shut_out_is_out_at_once_and_is_told_so_after_the_right_password_alone()
    {
        await using var host = await StartAsync();
        var (pair, user) = (await Pair.RegisterAsync(host), await UserAsync(host));

        await Users(host).DisableAsync(user.Id, null, default);
        var tried = await pair.TryAsync(host);
        var right = await new AccountSpeaker().SignInAsync(host);
        var wrong = await new AccountSpeaker().SignInAsync(host, password: "wrong horse 7!");
        await Users(host).EnableAsync(user.Id, null, default);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tried, Is.EqualTo((401, 401)));
            Assert.That((right.Status, right.Body), Is.EqualTo((403, right.Body)));
            Assert.That(right.Body, Does.Contain("account-disabled"));
            Assert.That(wrong.Status, Is.EqualTo(401));
            Assert.That(wrong.Body, Does.Not.Contain("disabled"));
            Assert.That((await new AccountSpeaker().SignInAsync(host)).Status, Is.EqualTo(200));
            Assert.That(await pair.TryAsync(host), Is.EqualTo((401, 401)), "What ended stays ended.");
        }
    }

    /// <summary>A sign-in whose password was right before the account was shut, and whose session comes after it.</summary>
    [Test]
    public async Task Of_sign_ins_at_the_same_time_none_outlives_being_shut_out()
    {
        await using var host = await StartAsync();
        await Pair.RegisterAsync(host);
        var user = await UserAsync(host);

        var signIns = Enumerable.Range(0, 32).Select(_ => new LaravelSpeaker().SignInAsync(host)).ToArray();
        await Users(host).DisableAsync(user.Id, null, default);
        var answers = await Task.WhenAll(signIns);

        foreach (var answer in answers.Where(static answer => answer.Status == 200))
            Assert.That(await Pair.Of(answer).TryAsync(host), Is.EqualTo((401, 401)));
    }

    [Test]
    public async Task A_password_that_the_host_sets_is_the_one_that_counts()
    {
        await using var host = await StartAsync();
        var (pair, user) = (await Pair.RegisterAsync(host), await UserAsync(host));

        var weak = await Users(host).SetPasswordAsync(user.Id, "short", null, default);
        var before = await pair.RefreshAsync(host);
        var set = await Users(host).SetPasswordAsync(user.Id, "another horse 8!", null, default);

        Assert.That(weak.Failure!.Fault, Is.EqualTo(Fault.Invalid));
        Assert.That(set.Failure, Is.Null);
        Assert.That(await before.TryAsync(host), Is.EqualTo((401, 401)));
        Assert.That((await new LaravelSpeaker().SignInAsync(host)).Status, Is.EqualTo(401).Or.EqualTo(422));
        await Pair.SignInAsync(host, password: "another horse 8!");
    }

    [Test]
    public async Task Accounts_are_made_and_written_by_the_rules_of_registration()
    {
        await using var host = await StartAsync();
        var users = Users(host);

        var made = (await users.CreateAsync(new("Bao@Example.com") { UserName = "bao", Password = Speaker.Password, EmailVerified = true, Profile = new() { Name = "Bảo" } }, null, default)).Value!;
        var taken = await users.CreateAsync(new("BAO@example.com"), null, default);
        var named = await users.CreateAsync(new("other@example.com") { UserName = "BAO" }, null, default);
        var broken = await users.CreateAsync(new("nobody") { UserName = "a b", Password = "short", Roles = ["root"] }, null, default);
        var written = (await users.UpdateAsync(made.Id, user => user with { Profile = user.Profile with { Name = "Bao" }, PasswordHash = "stolen", Roles = ["admin"] }, null, default)).Value!;
        var clash = await users.UpdateAsync(made.Id, user => user with { Email = "not an address" }, null, default);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((made.Email, made.EmailVerified), Is.EqualTo(("Bao@Example.com", true)));
            Assert.That(Broken(taken), Is.EqualTo(new[] { ("email", Rule.Taken) }));
            Assert.That(Broken(named), Is.EqualTo(new[] { ("userName", Rule.Taken) }));
            Assert.That(Broken(broken).Select(static rule => rule.Field).Distinct(), Is.EquivalentTo(new[] { "email", "userName", "password", "roles" }));
            Assert.That((written.Profile.Name, written.Roles.Count), Is.EqualTo(("Bao", 0)));
            Assert.That(Broken(clash), Is.EqualTo(new[] { ("email", Rule.Email) }));
            await Pair.SignInAsync(host, "bao@example.com");
            Assert.That((await users.FindByNameAsync("BAO", null, default))!.Id, Is.EqualTo(made.Id));
        }
    }

    [Test]
    public async Task Pages_of_accounts_have_each_once_by_each_way_of_asking()
    {
        await using var host = await StartAsync();
        var users = Users(host);
        for (var i = 0; i < 25; i++)
        {
            // Several at one point in time.
            if (i % 4 == 0)
                host.Clock.Advance(TimeSpan.FromMinutes(1));
            var user = (await users.CreateAsync(new($"{(i < 15 ? "ann" : "bob")}{i:00}@example.com") { UserName = $"{(i < 12 ? "Ann" : "Bob")}{i:00}", Roles = i % 3 == 0 ? ["admin"] : [] }, null, default)).Value!;
            if (i % 5 == 0)
                await users.DisableAsync(user.Id, null, default);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await AllAsync(users, new()), Is.EqualTo(Enumerable.Range(0, 25).Select(Time).OrderDescending()), "the youngest first");
            Assert.That((await EmailsAsync(users, new() { EmailPrefix = "ANN" })).Order(), Is.EqualTo(Enumerable.Range(0, 15).Select(i => $"ann{i:00}@example.com")));
            Assert.That(await EmailsAsync(users, new() { UserNamePrefix = "bOb" }), Has.Count.EqualTo(13));
            Assert.That(await EmailsAsync(users, new() { Role = "admin" }), Has.Count.EqualTo(9));
            Assert.That(await EmailsAsync(users, new() { Role = "admin", EmailPrefix = "ann" }), Has.Count.EqualTo(5));
            Assert.That(await EmailsAsync(users, new() { Disabled = true }), Has.Count.EqualTo(5));
            Assert.That(await EmailsAsync(users, new() { Disabled = false, UserNamePrefix = "ann" }), Has.Count.EqualTo(9));
            Assert.That(await EmailsAsync(users, new() { CreatedFrom = TimeOf(host, 1), CreatedBefore = TimeOf(host, 3) }), Has.Count.EqualTo(8));
            Assert.That(await EmailsAsync(users, new() { EmailPrefix = "zoe" }), Is.Empty);
        }

        // Minutes since the first.
        static int Time(int i) => i / 4;

        static DateTimeOffset TimeOf(TestHost host, int minute) => host.Clock.GetUtcNow() - TimeSpan.FromMinutes(6 - minute);

        async Task<List<int>> AllAsync(IUsers users, UserQuery query) => [.. (await PagesAsync(users, query)).Select(user => (int)(user.CreatedAt - TimeOf(host, 0)).TotalMinutes)];
    }

    [TestCase("%%%")]
    [TestCase("AAAA")]
    [TestCase("MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDB4")]
    [TestCase("MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA5OTk5OTk5OTk5OTk5OTk5OTk5")]
    public async Task A_cursor_that_is_none_is_refused(string cursor)
    {
        await using var host = await StartAsync();
        Assert.That(Broken(await Users(host).ListAsync(new() { Cursor = cursor }, null, default)), Is.EqualTo(new[] { ("cursor", Rule.Unknown) }));
    }

    [Test]
    public async Task Those_who_have_not_come_for_long_are_found()
    {
        await using var host = await TestHost.StartAsync(Plan.And(new() { Options = options => options.Accounts.KeepLastSeen = true }));
        var users = Users(host);
        await Pair.RegisterAsync(host, "early@example.com");
        host.Clock.Advance(TimeSpan.FromDays(10));
        var late = await Pair.RegisterAsync(host, "late@example.com");
        var day = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);

        var before = await EmailsAsync(users, new() { LastSeenUntil = day.AddDays(-1) });
        host.Clock.Advance(TimeSpan.FromDays(1));
        await late.RefreshAsync(host);

        Assert.That(before, Is.EqualTo(new[] { "early@example.com" }));
        Assert.That(await EmailsAsync(users, new() { LastSeenUntil = day }), Is.EqualTo(new[] { "early@example.com" }), "A refresh counts.");
        Assert.That(await EmailsAsync(users, new() { LastSeenUntil = day.AddDays(1) }), Is.EqualTo(new[] { "early@example.com", "late@example.com" }));
    }

    [Test]
    public async Task A_deleted_account_leaves_nothing_in_any_column_of_any_table()
    {
        await using var host = await TestHost.StartAsync(Plan.And(new()
        {
            Options = options => (options.Sessions.KeepDevice, options.Accounts.KeepLastSeen) = (true, true),
            Build = authKit => authKit.AddTwoFactor().AddPasskeys().AddMailedCodes().AddEmailConfirmation(),
        }));
        var users = Users(host);
        var pair = await Pair.RegisterAsync(host);
        await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        await LaravelSpeaker.RequestResetAsync(host);
        await host.Mails.NextTokenAsync(Speaker.Email);
        var user = await UserAsync(host);
        user = (await users.UpdateAsync(user.Id, anna => anna with { Profile = anna.Profile with { Name = "Anna Sesamkorn" } }, null, default)).Value!;
        await users.SetRolesAsync(user.Id, ["admin"], null, default);
        await Pair.RegisterAsync(host, "other@example.com");
        Assert.That(await Traces.AtHomeAsync(host, user), Has.Count.GreaterThan(4), "What is looked for is found while it is there.");

        Assert.That(await users.DeleteAsync(user.Id, null, default), Is.True);

        Assert.That(await Traces.AtHomeAsync(host, user), Is.Empty);
        Assert.That(await pair.TryAsync(host), Is.EqualTo((401, 401)));
        Assert.That(await users.DeleteAsync(user.Id, null, default), Is.False);
        await Pair.SignInAsync(host, "other@example.com");
        await Pair.RegisterAsync(host);
    }

    private HostPlan Plan => new() { Engine = engine, Build = authKit => authKit.AddRoles("admin") };

    private Task<TestHost> StartAsync() => TestHost.StartAsync(Plan);

    private static IUsers Users(TestHost host) => host.Services.GetRequiredService<IUsers>();

    private static async Task<User> UserAsync(TestHost host) => (await Users(host).FindByNameAsync(Speaker.Email, null, default))!;

    private static IEnumerable<(string Field, Rule Rule)> Broken<T>(Outcome<T> outcome) where T : notnull => outcome.Failure!.BrokenRules.Select(static broken => (broken.Field, broken.Rule));

    private static async Task<List<string>> EmailsAsync(IUsers users, UserQuery query) => [.. (await PagesAsync(users, query)).Select(static user => user.Email)];

    private static async Task<List<User>> PagesAsync(IUsers users, UserQuery query)
    {
        var (all, cursor) = (new List<User>(), (string?)null);
        do
        {
            var page = (await users.ListAsync(query with { Limit = 4, Cursor = cursor }, null, default)).Value!;
            all.AddRange(page.Users);
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.That(all.Select(static user => user.Id), Is.Unique);
        return all;
    }
}
