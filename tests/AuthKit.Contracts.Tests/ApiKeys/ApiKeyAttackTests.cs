using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AuthKit.Administration;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using static AuthKit.Contracts.Tests.ApiKeys.NotesHost;

namespace AuthKit.Contracts.Tests.ApiKeys;

/// <summary>Who gets at keys that are not theirs, and what opens nothing.</summary>
internal sealed class ApiKeyAttackTests
{
    [Test]
    public async Task Another_account_a_tenant_s_account_and_a_third_party_s_client_get_at_none()
    {
        await using var host = await StartAsync();
        var owner = await Pair.RegisterAsync(host);
        var key = await MadeKey.CreateAsync(host, owner.Access);
        var other = (await Pair.RegisterAsync(host, "ben@example.com")).Access;
        await new TenantSpeaker().RegisterAsync(host, "cleo@example.com");
        var tenant = (await new TenantSpeaker().SignInAsync(host, "cleo@example.com")).Member("token")!;
        var shop = (await OAuthTokens.ObtainAsync(host, OAuthClients.Shop)).Access;

        using (Assert.EnterMultipleScope())
        {
            foreach (var stranger in new[] { other, tenant })
            {
                Assert.That((await ListAsync(host, stranger)).Body, Does.Contain("\"keys\":[]"));
                foreach (var answer in await EachAsync(host, stranger, key.Id))
                    Assert.That(answer.Status, Is.EqualTo(404), answer.Body);
            }

            foreach (var answer in new[] { await ListAsync(host, shop), await CreateAsync(host, shop) }.Concat(await EachAsync(host, shop, key.Id)))
                Assert.That(answer.Status, Is.EqualTo(403), answer.Body);
            Assert.That(await CallAsync(host, key.Text), Is.EqualTo(200), "it is as it was");
        }
    }

    [Test]
    public async Task A_key_manages_neither_keys_nor_the_account()
    {
        await using var host = await StartAsync();
        var key = await MadeKey.CreateAsync(host, (await Pair.RegisterAsync(host)).Access, $"\"{Read}\",\"{Write}\"");

        Answer[] answers =
        [
            await ListAsync(host, key.Text), await CreateAsync(host, key.Text), .. await EachAsync(host, key.Text, key.Id),
            await host.GetAsync("/account/me", Requests.Bearer(key.Text)),
            await host.PostJsonAsync("/account/me/proofs", "{}", Requests.Bearer(key.Text)),
            await host.PostJsonAsync("/api/v1/logout", "{}", Requests.Bearer(key.Text)),
            await host.GetAsync("/userinfo", Requests.Bearer(key.Text)),
        ];

        Assert.That(answers.Select(static answer => answer.Status), Is.All.EqualTo(401));
        Assert.That(await CallAsync(host, key.Text), Is.EqualTo(200));
    }

    [Test]
    public async Task Nor_where_a_fallback_policy_covers_AuthKit_s_own_routes()
    {
        await using var host = await StartAsync(new() { Services = services => services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()) });
        await using var open = await TestHost.StartAsync(Plan with { Shared = host.Databases });
        var owner = await Pair.RegisterAsync(open);
        var key = await MadeKey.CreateAsync(open, owner.Access);

        Assert.That((await ListAsync(host, owner.Access)).Status, Is.EqualTo(200));
        Assert.That((await ListAsync(host, key.Text)).Status, Is.EqualTo(401));
        Assert.That(await CallAsync(host, key.Text), Is.EqualTo(200));
    }

    [Test]
    public async Task To_make_and_to_rotate_one_takes_a_recent_proof()
    {
        await using var host = await StartAsync();
        var owner = await Pair.RegisterAsync(host);
        var key = await MadeKey.CreateAsync(host, owner.Access);
        host.Clock.Advance(TimeSpan.FromMinutes(10));

        Answer[] stale = [await CreateAsync(host, owner.Access), await RotateAsync(host, owner.Access, key.Id)];
        var proof = (await host.PostJsonAsync("/api/v1/proofs", $$"""{"current_password":"{{Speaker.Password}}"}""", Requests.Bearer(owner.Access))).Member("data.access_token")!;

        foreach (var answer in stale)
            Assert.That((answer.Status, answer.Header("WWW-Authenticate")), Is.EqualTo((401, "Bearer error=\"insufficient_user_authentication\", max_age=\"600\"")));
        Assert.That((await CreateAsync(host, proof)).Status, Is.EqualTo(201));
        Assert.That((await RevokeAsync(host, owner.Access, key.Id)).Status, Is.EqualTo(200), "to end one takes none");
    }

    [Test]
    public async Task What_is_not_a_key_as_it_was_given_out_opens_nothing()
    {
        await using var host = await StartAsync();
        var owner = await Pair.RegisterAsync(host);
        var (key, other) = (await MadeKey.CreateAsync(host, owner.Access), await MadeKey.CreateAsync(host, owner.Access));
        string[] parts = key.Text.Split('.'), others = other.Text.Split('.');

        foreach (var text in new[]
        {
            key.Text[3..], $"AK_{key.Text[3..]}", $"{parts[0]}.{parts[1]}", $"{key.Text}.", $"{key.Text}=", $"{parts[0]}.{parts[1]}.AAAAAA", "ak_", "ak_.", "ak_a.b.c",
            Signed($"{parts[0]}.{others[1]}"), Signed($"{others[0]}.{parts[1]}"), Signed($"{parts[0]}.{Base64Url.EncodeToString(new byte[32])}"),
            Signed($"ak_{Base64Url.EncodeToString(Encoding.UTF8.GetBytes("demo"))}.{parts[0][3..]}.{parts[1]}"),
            Signed($"ak_{Base64Url.EncodeToString(Encoding.UTF8.GetBytes("nowhere"))}.{parts[0][3..]}.{parts[1]}"),
        })
            Assert.That(await CallAsync(host, text), Is.EqualTo(401), text);
        Assert.That((await host.GetAsync("/notes", ("Authorization", $"DPoP {key.Text}"))).Status, Is.EqualTo(401), "nobody has bound it to a key");
        Assert.That(Signed($"{parts[0]}.{parts[1]}"), Is.EqualTo(key.Text));
    }

    [Test]
    public async Task One_that_was_revoked_or_rotated_is_good_no_more_at_once_here_and_within_the_check_interval_elsewhere()
    {
        await using var host = await StartAsync();
        await using var node = await TestHost.StartAsync(Plan with { Shared = host.Databases });
        var owner = await Pair.RegisterAsync(host);
        var (revoked, rotated) = (await MadeKey.CreateAsync(host, owner.Access), await MadeKey.CreateAsync(host, owner.Access));
        foreach (var used in new[] { revoked, rotated })
            Assert.That((await CallAsync(host, used.Text), await CallAsync(node, used.Text)), Is.EqualTo((200, 200)));

        await RevokeAsync(host, owner.Access, revoked.Id);
        var renewed = MadeKey.Of(await RotateAsync(host, owner.Access, rotated.Id));

        Assert.That((await CallAsync(host, revoked.Text), await CallAsync(host, rotated.Text), await CallAsync(host, renewed.Text)), Is.EqualTo((401, 401, 200)));
        Assert.That(await CallAsync(node, renewed.Text), Is.EqualTo(200), "a secret that it has not seen is asked for");
        node.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That((await CallAsync(node, revoked.Text), await CallAsync(node, rotated.Text)), Is.EqualTo((401, 401)));
    }

    [Test]
    public async Task Keys_end_with_a_reset_of_the_password_and_go_on_where_their_owner_changes_it()
    {
        await using var host = await StartAsync();
        var owner = await Pair.RegisterAsync(host);
        var key = await MadeKey.CreateAsync(host, owner.Access);
        Assert.That(await CallAsync(host, key.Text), Is.EqualTo(200));

        await MessageCodeSpeaker.UpdatePasswordAsync(host, owner.Access, Speaker.Password, "another horse 8!");
        Assert.That(await CallAsync(host, key.Text), Is.EqualTo(200));
        Assert.That((await ListAsync(host, owner.Access)).Body, Does.Contain(key.Id));
        await LaravelSpeaker.RequestResetAsync(host);
        Assert.That((await LaravelSpeaker.ResetAsync(host, await host.Mails.NextTokenAsync(Speaker.Email), "third horse 9!")).Status, Is.EqualTo(200));

        Assert.That(await CallAsync(host, key.Text), Is.EqualTo(401));
        Assert.That((await ListAsync(host, (await Pair.SignInAsync(host, password: "third horse 9!")).Access)).Body, Does.Contain("\"keys\":[]"));
    }

    [Test]
    public async Task Keys_end_with_an_account_that_is_shut_and_go_with_one_that_is_erased()
    {
        await using var host = await StartAsync();
        await using var node = await TestHost.StartAsync(Plan with { Shared = host.Databases });
        var users = host.Services.GetRequiredService<IUsers>();
        var owner = await Pair.RegisterAsync(host);
        var key = await MadeKey.CreateAsync(host, owner.Access);
        Assert.That((await CallAsync(host, key.Text), await CallAsync(node, key.Text)), Is.EqualTo((200, 200)));
        var id = Guid.Parse((await host.MeAsync(owner.Access)).Member("sub")!);

        await users.DisableAsync(id, null, default);
        Assert.That(await CallAsync(host, key.Text), Is.EqualTo(401));
        node.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await CallAsync(node, key.Text), Is.EqualTo(401));
        await users.EnableAsync(id, null, default);
        Assert.That(await CallAsync(host, key.Text), Is.EqualTo(401), "what ended stays ended");

        var second = await MadeKey.CreateAsync(host, (await Pair.SignInAsync(host)).Access);
        Assert.That(await CallAsync(host, second.Text), Is.EqualTo(200));
        await users.DeleteAsync(id, null, default);
        Assert.That(await CallAsync(host, second.Text), Is.EqualTo(401));
        await Pair.RegisterAsync(host);
        Assert.That(await CallAsync(host, second.Text), Is.EqualTo(401), "nor with another account of the address");
    }

    [Test]
    public async Task Whoever_tries_too_many_that_are_none_has_to_wait()
    {
        await using var host = await StartAsync(new() { Options = options => (options.RateLimits.Enabled, options.RateLimits.Burst) = (true, 5) });
        var text = Signed($"ak_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16))}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}");

        for (var i = 0; i < 5; i++)
            Assert.That(await CallAsync(host, text), Is.EqualTo(401));
        var answer = await host.GetAsync("/notes", Requests.Bearer(text));

        Assert.That((answer.Status, answer.Header("Retry-After") is not null), Is.EqualTo((429, true)), answer.Body);
    }

    private static async Task<Answer[]> EachAsync(TestHost host, string token, string id) =>
        [await host.GetAsync($"{Keys}/{id}", Requests.Bearer(token)), await RenameAsync(host, token, id), await RotateAsync(host, token, id), await RevokeAsync(host, token, id)];

    /// <summary>A text with the checksum that it has to have, which anybody can compute.</summary>
    private static string Signed(string text) => $"{text}.{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..4])}";
}
