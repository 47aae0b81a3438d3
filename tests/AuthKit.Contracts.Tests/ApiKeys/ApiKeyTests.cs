using AuthKit.Contracts.Tests.Harness;
using AuthKit.Events;
using Microsoft.Extensions.DependencyInjection;
using static AuthKit.Contracts.Tests.ApiKeys.NotesHost;

namespace AuthKit.Contracts.Tests.ApiKeys;

/// <summary>What programs do with a key in the host's own endpoints, and owners with theirs.</summary>
internal sealed class ApiKeyTests
{
    [Test]
    public async Task A_key_does_what_its_scope_says_and_no_more()
    {
        await using var host = await StartAsync();
        var owner = await Pair.RegisterAsync(host);
        var reads = await MadeKey.CreateAsync(host, owner.Access);
        var writes = await MadeKey.CreateAsync(host, owner.Access, $"\"{Write}\"");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await CallAsync(host, reads.Text), Is.EqualTo(200));
            Assert.That(await CallAsync(host, writes.Text), Is.EqualTo(403));
            Assert.That((await host.PostJsonAsync("/notes", "{}", Requests.Bearer(reads.Text))).Status, Is.EqualTo(403));
            Assert.That((await host.PostJsonAsync("/notes", "{}", Requests.Bearer(writes.Text))).Status, Is.EqualTo(200));
            Assert.That((await host.GetAsync("/allowed", Requests.Bearer(writes.Text))).Status, Is.EqualTo(200));
            Assert.That((await host.GetAsync("/attribute", Requests.Bearer(writes.Text))).Status, Is.EqualTo(200));
            Assert.That((await host.MeAsync(reads.Text)).Status, Is.EqualTo(403), "an endpoint that asks for no scope");
            Assert.That((await host.GetAsync("/role", Requests.Bearer(reads.Text))).Status, Is.EqualTo(403), "a key has no roles");
        }
    }

    [Test]
    public async Task The_host_s_endpoints_know_the_account_by_the_same_name_and_no_person()
    {
        await using var host = await StartAsync();
        var owner = await Pair.RegisterAsync(host);
        var key = await MadeKey.CreateAsync(host, owner.Access, $"\"{Read}\",\"{Write}\"");

        var seen = (await host.GetAsync("/notes", Requests.Bearer(key.Text))).Json.EnumerateObject().ToDictionary(static claim => claim.Name, static claim => claim.Value.GetString());

        Assert.That(seen["sub"], Is.EqualTo((await host.MeAsync(owner.Access)).Member("sub")));
        Assert.That((seen["key_id"], seen["scope"]), Is.EqualTo((key.Id, $"{Read} {Write}")));
        Assert.That(seen.Keys, Is.EquivalentTo(new[] { System.Security.Claims.ClaimTypes.NameIdentifier, "sub", "key_id", "scope" }));
    }

    [Test]
    public async Task In_a_tenant_too()
    {
        await using var host = await StartAsync();
        await new TenantSpeaker().RegisterAsync(host);
        var token = (await new TenantSpeaker().SignInAsync(host)).Member("token")!;
        var key = await MadeKey.CreateAsync(host, token);

        var seen = await host.GetAsync("/notes", Requests.Bearer(key.Text));
        var elsewhere = await host.GetAsync("/notes", Requests.Bearer(key.Text), ("X-Tenant", "home"));

        Assert.That((seen.Status, seen.Member("tid"), seen.Member("sub")), Is.EqualTo((200, "demo", (await host.MeAsync(token)).Member("sub"))));
        Assert.That(elsewhere.Status, Is.EqualTo(401));
    }

    [Test]
    public async Task A_proof_of_who_somebody_is_is_not_to_be_had_from_a_key()
    {
        await using var host = await StartAsync();
        var key = await MadeKey.CreateAsync(host, (await Pair.RegisterAsync(host)).Access);

        var answer = await host.GetAsync("/fresh", Requests.Bearer(key.Text));

        Assert.That(answer.Status, Is.EqualTo(403));
        Assert.That(answer.Header("WWW-Authenticate"), Does.StartWith("Bearer error=\"insufficient_scope\", scope=\"notes.read\""));
    }

    [Test]
    public async Task A_header_carries_it_where_the_host_says_so()
    {
        await using var host = await StartAsync(new() { Options = options => options.ApiKeys.Header = "X-Api-Key" });
        await using var without = await StartAsync();
        var owner = await Pair.RegisterAsync(host);
        var (key, other) = (await MadeKey.CreateAsync(host, owner.Access), await MadeKey.CreateAsync(host, owner.Access));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await host.GetAsync("/notes", ("X-Api-Key", key.Text))).Status, Is.EqualTo(200));
            Assert.That((await host.GetAsync("/notes", ("X-Api-Key", key.Text), Requests.Bearer(key.Text))).Status, Is.EqualTo(200));
            Assert.That((await host.GetAsync("/notes", ("X-Api-Key", key.Text), Requests.Bearer(other.Text))).Status, Is.EqualTo(401), "two that differ");
            Assert.That((await host.GetAsync("/notes", ("X-Api-Key", key.Text), Requests.Bearer(owner.Access))).Status, Is.EqualTo(401), "a token beside it");
            Assert.That((await host.GetAsync("/me", ("X-Api-Key", owner.Access))).Status, Is.EqualTo(401), "a token is no key");
            Assert.That((await without.GetAsync("/notes", ("X-Api-Key", key.Text))).Status, Is.EqualTo(401));
        }
    }

    [Test]
    public async Task The_last_use_is_written_once_a_minute_at_the_most()
    {
        await using var host = await StartAsync(new() { Options = options => options.Tokens.SessionCheckInterval = TimeSpan.Zero });
        var owner = await Pair.RegisterAsync(host);
        var key = await MadeKey.CreateAsync(host, owner.Access);
        var used = host.Clock.GetUtcNow();

        Assert.That(await CallAsync(host, key.Text), Is.EqualTo(200));
        host.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.That(await CallAsync(host, key.Text), Is.EqualTo(200));
        var first = await LastUseAsync(host, owner.Access);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await CallAsync(host, key.Text), Is.EqualTo(200));

        Assert.That((first, await LastUseAsync(host, owner.Access)), Is.EqualTo((used, used + TimeSpan.FromMinutes(1))));
    }

    [Test]
    public async Task A_former_secret_is_good_for_the_overlap_that_was_asked_for_and_the_one_before_that_for_none()
    {
        await using var host = await StartAsync();
        var owner = await Pair.RegisterAsync(host);
        var first = await MadeKey.CreateAsync(host, owner.Access);
        var second = MadeKey.Of(await RotateAsync(host, owner.Access, first.Id, """{"overlap":60}"""));
        host.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.That((await CallAsync(host, first.Text), await CallAsync(host, second.Text)), Is.EqualTo((200, 200)));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That((await CallAsync(host, first.Text), await CallAsync(host, second.Text)), Is.EqualTo((401, 200)));

        var third = MadeKey.Of(await RotateAsync(host, owner.Access, first.Id, """{"overlap":60}"""));
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        var fourth = MadeKey.Of(await RotateAsync(host, owner.Access, first.Id, """{"overlap":60}"""));

        Assert.That((await CallAsync(host, second.Text), await CallAsync(host, third.Text), await CallAsync(host, fourth.Text)), Is.EqualTo((401, 200, 200)));
        Assert.That(fourth.Id, Is.EqualTo(first.Id));
    }

    [Test]
    public async Task One_that_has_expired_is_rotated_with_another_time_alone()
    {
        await using var host = await StartAsync(new() { Options = options => options.Tokens.AccessTokenLifetime = TimeSpan.FromHours(2) });
        var owner = await Pair.RegisterAsync(host);
        var key = await MadeKey.CreateAsync(host, owner.Access, more: ",\"expires_in\":300");
        host.Clock.Advance(TimeSpan.FromMinutes(5));

        var expired = await host.GetAsync("/notes", Requests.Bearer(key.Text));
        var bare = await RotateAsync(host, owner.Access, key.Id);
        var renewed = MadeKey.Of(await RotateAsync(host, owner.Access, key.Id, """{"expires_in":300}"""));

        Assert.That((expired.Status, expired.Member("title")), Is.EqualTo((401, "The API key has expired or has ended.")));
        Assert.That(bare.Status, Is.EqualTo(422), bare.Body);
        Assert.That(await CallAsync(host, renewed.Text), Is.EqualTo(200));
    }

    [Test]
    public async Task A_scope_that_the_host_takes_off_its_list_is_taken_from_the_keys_that_have_it()
    {
        await using var host = await StartAsync();
        var owner = await Pair.RegisterAsync(host);
        var key = await MadeKey.CreateAsync(host, owner.Access, $"\"{Read}\",\"{Write}\"");
        await using var later = await TestHost.StartAsync(Plan with { Build = authKit => authKit.AddApiKeys(Write), Shared = host.Databases });

        Assert.That(await CallAsync(later, key.Text), Is.EqualTo(403));
        Assert.That((await later.PostJsonAsync("/notes", "{}", Requests.Bearer(key.Text))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task What_is_done_with_keys_is_raised_without_them_and_told_to_the_owner()
    {
        var heard = new HeardEvents();
        await using var host = await StartAsync(heard.Plan.And(new() { Options = options => options.Mail.Notices.Credentials = true }));
        var owner = await Pair.RegisterAsync(host);

        var key = await MadeKey.CreateAsync(host, owner.Access);
        Assert.That((await host.Mails.NextAsync()).Subject, Is.EqualTo("A new API key"));
        await RenameAsync(host, owner.Access, key.Id);
        var rotated = MadeKey.Of(await RotateAsync(host, owner.Access, key.Id));
        Assert.That((await host.Mails.NextAsync()).Subject, Is.EqualTo("An API key has a new secret"));
        await RevokeAsync(host, owner.Access, key.Id);
        await CallAsync(host, rotated.Text);

        Guid[] ids = [(await heard.NextAsync<ApiKeyCreated>()).KeyId, (await heard.NextAsync<ApiKeyRenamed>()).KeyId, (await heard.NextAsync<ApiKeyRotated>()).KeyId, (await heard.NextAsync<ApiKeyRevoked>()).KeyId];
        var refused = await heard.NextAsync<TokenRefused>();
        Assert.That(ids, Is.All.EqualTo(Guid.Parse(key.Id)));
        Assert.That((refused.Kind, refused.Reason), Is.EqualTo((TokenKinds.ApiKey, TokenRefusals.Invalid)));
        Assert.That(host.Logs.Text, Does.Not.Contain(key.Text.Split('.')[1]).And.Not.Contain(rotated.Text.Split('.')[1]));
    }

    private static async Task<DateTimeOffset?> LastUseAsync(TestHost host, string token) =>
        (await ListAsync(host, token)).Json.GetProperty("data").GetProperty("keys")[0].GetProperty("last_used_at").GetDateTimeOffset();
}
