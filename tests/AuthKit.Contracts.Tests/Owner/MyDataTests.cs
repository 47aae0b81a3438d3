using System.Text.Json;
using System.Text.Json.Nodes;
using AuthKit.Administration;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Events;
using AuthKit.Features.MyData;
using AuthKit.Users;
using Json.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Owner;

/// <summary>Owners take their data along, and have their accounts erased.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class MyDataTests(Engine engine)
{
    private static readonly TimeSpan Grace = TimeSpan.FromDays(14);

    private HeardEvents _events = null!;

    private HostPlan Plan => (OwnerRequests.Plan with { Engine = engine }).And(_events.Plan);

    private HostPlan WithGrace => Plan.And(new() { Options = static options => options.MyData.GracePeriod = Grace });

    [SetUp]
    public void Listen() => _events = new();

    [Test]
    public async Task A_copy_has_everything_by_its_schema_and_no_secret_and_nobody_else()
    {
        await using var host = await TestHost.StartAsync(FullAccount.Plan with { Engine = engine });
        await Pair.RegisterAsync(host, "other@example.com");
        var full = await FullAccount.MakeAsync(host);

        var answer = await host.ExportAsync(full.Token);

        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        var document = answer.Json.GetProperty("data");
        AssertFits(document);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((document.GetProperty("format").GetString(), document.GetProperty("version").GetInt32()), Is.EqualTo(("authkit-my-data", 1)));
            Assert.That((document.GetProperty("account").GetProperty("email").GetString(), document.GetProperty("account").GetProperty("name").GetString()), Is.EqualTo((Speaker.Email, FullAccount.Name)));
            Assert.That(document.GetProperty("tables").EnumerateObject().Select(static table => table.Name), Is.SupersetOf(FullAccount.Tables));
            Assert.That(answer.Body, Does.Not.Contain("$argon2id").And.Not.Contain("other@example.com").And.Not.Contain("password_hash").And.Not.Contain("secret"));
            foreach (var secret in full.Secrets)
                Assert.That(answer.Body, Does.Not.Contain(secret));
        }
    }

    [Test]
    public async Task In_a_tenant_too_and_with_no_more_rows_of_a_table_than_so_many()
    {
        await using var host = await TestHost.StartAsync(Plan);
        await new TenantSpeaker().RegisterAsync(host);
        var token = (await new TenantSpeaker().SignInAsync(host)).Member("token")!;

        var document = (await host.GetAsync("/api/auth/my-data", Requests.Bearer(token))).Json;

        AssertFits(document);
        Assert.That(document.GetProperty("account").GetProperty("tenant").GetString(), Is.EqualTo("demo"));
        Assert.That(document.GetProperty("tables").GetProperty("authkit_sessions").GetArrayLength(), Is.EqualTo(1));
        Assert.That(document.GetProperty("truncated").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Copy_and_deletion_take_a_recent_proof()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var pair = await Pair.RegisterAsync(host);
        host.Clock.Advance(TimeSpan.FromMinutes(10));

        var (copied, deleted) = (await host.ExportAsync(pair.Access), await host.DeleteMyDataAsync(pair.Access));
        var proved = await host.PostJsonAsync("/api/v1/proofs", $$"""{"current_password":"{{Speaker.Password}}"}""", Requests.Bearer(pair.Access));
        var again = await host.ExportAsync(proved.Member("data.access_token")!);

        Assert.That((copied.Status, deleted.Status), Is.EqualTo((401, 401)));
        Assert.That((copied.Body, deleted.Body), Is.EqualTo((copied.Body, copied.Body)));
        Assert.That(copied.Body, Does.Contain("Prove again who you are."));
        Assert.That(again.Status, Is.EqualTo(200), again.Body);
        Assert.That(await pair.TryAsync(host), Is.EqualTo((200, 200)), "Nothing was deleted.");
    }

    [Test]
    public async Task It_is_gone_at_once_and_its_address_is_free()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var (mine, other) = (await Pair.RegisterAsync(host), await Pair.SignInAsync(host));
        Assert.That((await host.MeAsync(other.Access)).Status, Is.EqualTo(200));

        var deleted = await host.DeleteMyDataAsync(mine.Access);

        Assert.That(deleted.Status, Is.EqualTo(200), deleted.Body);
        Assert.That(deleted.Member("data.erase_at"), Does.StartWith("2026-01-01T12:00:00"));
        Assert.That(await other.TryAsync(host), Is.EqualTo((401, 401)));
        Assert.That(await mine.TryAsync(host), Is.EqualTo((401, 401)));
        Assert.That((await new AccountSpeaker().SignInAsync(host)).Status, Is.EqualTo(401));
        await _events.NextAsync<AccountDeleted>();
        await Pair.RegisterAsync(host);
    }

    [Test]
    public async Task With_time_to_think_it_is_shut_and_the_mailed_link_opens_it_again_once()
    {
        await using var host = await TestHost.StartAsync(WithGrace);
        var pair = await Pair.RegisterAsync(host);

        var deleted = await host.DeleteMyDataAsync(pair.Access);
        var link = await host.Mails.NextLinkAsync(Speaker.Email);
        var secret = RecordingMailer.TokenIn(link);
        var shut = await new AccountSpeaker().SignInAsync(host);
        host.Clock.Advance(Grace - TimeSpan.FromMinutes(1));
        var undone = await host.UndoDeletionAsync(secret);
        var twice = await host.UndoDeletionAsync(secret);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deleted.Member("data.erase_at"), Does.StartWith("2026-01-15T12:00:00"));
            Assert.That(link.GetLeftPart(UriPartial.Path), Is.EqualTo($"{TestHost.Issuer}/undo-deletion"));
            Assert.That((shut.Status, shut.Body), Is.EqualTo((403, shut.Body)));
            Assert.That(shut.Body, Does.Contain("account-disabled"));
            Assert.That((undone.Status, twice.Status), Is.EqualTo((200, 400)), undone.Body);
            Assert.That(await pair.TryAsync(host), Is.EqualTo((401, 401)), "What ended stays ended.");
        }

        await _events.NextAsync<AccountDeletionUndone>();
        host.Clock.Advance(TimeSpan.FromMinutes(30));
        await Pair.SignInAsync(host);
        Assert.That(_events.All.OfType<AccountDeleted>(), Is.Empty);
    }

    [TestCase("home")]
    [TestCase("tenant")]
    public async Task When_the_time_is_over_the_next_sweep_erases_it_and_the_link_is_void(string where)
    {
        await using var host = await TestHost.StartAsync(WithGrace);
        var speaker = where == "home" ? (Speaker)new AccountSpeaker() : new TenantSpeaker();
        await speaker.RegisterAsync(host);
        var token = (await speaker.SignInAsync(host)).Member(where == "home" ? "accessToken" : "token")!;
        Assert.That((await host.DeleteAsync(where == "home" ? "/account/my-data" : "/api/auth/my-data", token)).Status, Is.EqualTo(200));
        var secret = await host.Mails.NextTokenAsync(Speaker.Email);

        host.Clock.Advance(Grace);
        var late = await host.UndoDeletionAsync(secret);
        await host.PassQuartersAsync(_events.NextAsync<AccountDeleted>(), before: () => host.UndoDeletionAsync(secret));

        Assert.That(late.Status, Is.EqualTo(400));
        Assert.That((await host.UndoDeletionAsync(secret)).Status, Is.EqualTo(400));
        Assert.That((await speaker.RegisterAsync(host)).Status, Is.EqualTo(201));
    }

    [Test]
    public async Task One_that_the_host_shuts_meanwhile_stays_shut()
    {
        await using var host = await TestHost.StartAsync(WithGrace);
        var pair = await Pair.RegisterAsync(host);
        var users = host.Services.GetRequiredService<IUsers>();
        var id = (await users.FindByNameAsync(Speaker.Email, null, default))!.Id;
        await host.DeleteMyDataAsync(pair.Access);
        var secret = await host.Mails.NextTokenAsync(Speaker.Email);
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        await users.DisableAsync(id, null, default);
        var undone = await host.UndoDeletionAsync(secret);

        var user = (await users.FindAsync(id, null, default))!;
        Assert.That(undone.Status, Is.EqualTo(200), undone.Body);
        Assert.That((user.EraseAt, user.DisabledAt), Is.EqualTo(((DateTimeOffset?)null, (DateTimeOffset?)host.Clock.GetUtcNow())));
    }

    [Test]
    public async Task The_link_of_one_deletion_takes_no_other_back()
    {
        await using var host = await TestHost.StartAsync(WithGrace);
        var users = host.Services.GetRequiredService<IUsers>();
        await host.DeleteMyDataAsync((await Pair.RegisterAsync(host)).Access);
        var first = await host.Mails.NextTokenAsync(Speaker.Email);
        var id = (await users.FindByNameAsync(Speaker.Email, null, default))!.Id;
        await users.EnableAsync(id, null, default);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.DeleteMyDataAsync((await Pair.SignInAsync(host)).Access);
        var second = await host.Mails.NextTokenAsync(Speaker.Email);

        Assert.That((await host.UndoDeletionAsync(first)).Status, Is.EqualTo(400));
        Assert.That((await host.UndoDeletionAsync(second)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task The_host_can_object_in_its_own_words()
    {
        await using var host = await TestHost.StartAsync(Plan.And(new() { Services = static services => services.AddScoped<IAccountDeletionVeto, UnpaidBill>() }));
        var pair = await Pair.RegisterAsync(host);

        var refused = await host.DeleteMyDataAsync(pair.Access);
        var other = await host.DeleteMyDataAsync((await Pair.RegisterAsync(host, "paid@example.com")).Access);

        Assert.That((refused.Status, other.Status), Is.EqualTo((409, 200)), refused.Body);
        Assert.That(refused.Body, Does.Contain("There is an unpaid bill."));
        Assert.That(await pair.TryAsync(host), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task Of_many_deletions_at_once_one_is_and_no_sign_in_or_refresh_outlives_it()
    {
        await using var host = await TestHost.StartAsync(WithGrace);
        var pair = await Pair.RegisterAsync(host);

        var deleting = Enumerable.Range(0, 64).Select(_ => host.DeleteMyDataAsync(pair.Access)).ToArray();
        var signingIn = Enumerable.Range(0, 64).Select(_ => new LaravelSpeaker().SignInAsync(host)).ToArray();
        var refreshing = Enumerable.Range(0, 64).Select(_ => LaravelSpeaker.RefreshAsync(host, pair.Refresh)).ToArray();
        var deleted = await Task.WhenAll(deleting);

        Assert.That(deleted.Count(static answer => answer.Status == 200), Is.EqualTo(1));
        Assert.That(deleted.Select(static answer => answer.Status), Is.All.AnyOf(200, 401));
        foreach (var answer in (await Task.WhenAll([.. signingIn, .. refreshing])).Where(static answer => answer.Status == 200))
            Assert.That(await Pair.Of(answer).TryAsync(host), Is.EqualTo((401, 401)));
        await host.Mails.NextTokenAsync(Speaker.Email);
        Assert.That(_events.All.OfType<AccountDeletionRequested>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Of_many_that_take_it_back_at_once_one_does()
    {
        await using var host = await TestHost.StartAsync(WithGrace);
        await host.DeleteMyDataAsync((await Pair.RegisterAsync(host)).Access);
        var secret = await host.Mails.NextTokenAsync(Speaker.Email);

        var undone = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => host.UndoDeletionAsync(secret)));

        Assert.That(undone.Count(static answer => answer.Status == 200), Is.EqualTo(1));
        Assert.That(undone.Select(static answer => answer.Status), Is.All.AnyOf(200, 400));
        await Pair.SignInAsync(host);
    }

    /// <summary>Within the last moment of the grace period.</summary>
    [Test]
    public async Task Taken_back_while_it_is_being_erased_it_is_whole_or_gone()
    {
        await using var host = await TestHost.StartAsync(WithGrace);
        for (var round = 0; round < 8; round++)
        {
            var email = $"round{round}@example.com";
            await host.DeleteMyDataAsync((await Pair.RegisterAsync(host, email)).Access);
            var secret = await host.Mails.NextTokenAsync(email);
            host.Clock.Advance(Grace - TimeSpan.FromMilliseconds(1));

            var undoing = Enumerable.Range(0, 8).Select(_ => host.UndoDeletionAsync(secret)).ToArray();
            host.Clock.Advance(TimeSpan.FromMinutes(15));
            var undone = (await Task.WhenAll(undoing)).Count(static answer => answer.Status == 200);

            if (undone == 0)
                await SweepAsync<AccountDeleted>(host);
            Assert.That((await new AccountSpeaker().SignInAsync(host, email)).Status, Is.EqualTo(undone == 1 ? 200 : 401));
        }
    }

    private async Task SweepAsync<TEvent>(TestHost host) where TEvent : AuthEvent => await host.PassQuartersAsync(_events.NextAsync<TEvent>());

    private static void AssertFits(JsonElement document)
    {
        var schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(Root, "docs", "my-data.schema.json")), new() { SchemaRegistry = new(), Dialect = Dialect.Draft202012 });
        var result = schema.Evaluate(document, new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        Assert.That(result.IsValid, Is.True, () => JsonSerializer.Serialize(result));
        // The schema is no empty promise.
        foreach (var member in new[] { "id", "email", "tenant" })
        {
            var spoiled = JsonNode.Parse(document.GetRawText())!.AsObject();
            spoiled["account"]!.AsObject().Remove(member);
            Assert.That(schema.Evaluate(JsonElement.Parse(spoiled.ToJsonString()), new() { OutputFormat = OutputFormat.List }).IsValid, Is.False, member);
        }
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "AuthKit.sln")))
                folder = folder.Parent!;
            return folder.FullName;
        }
    }

    private sealed class UnpaidBill(IUsers users) : IAccountDeletionVeto
    {
        private static readonly Fault Unpaid = new("unpaid_bill", like: Fault.Conflict, "There is an unpaid bill.");

        public async ValueTask<Failure?> ObjectionAsync(User user, string tenant, CancellationToken cancellationToken) =>
            (await users.FindAsync(user.Id, tenant.Length == 0 ? null : tenant, cancellationToken))!.Email.StartsWith("paid", StringComparison.Ordinal) ? null : new(Unpaid);
    }
}
