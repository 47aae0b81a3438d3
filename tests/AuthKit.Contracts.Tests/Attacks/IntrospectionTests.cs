using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Tokens;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 7662 §2.1, §2.2 and §4: whoever asks has to prove who they are, and of what cannot be used learns nothing.</summary>
internal sealed class IntrospectionTests
{
    private const string Inactive = """{"active":false}""";

    [Test]
    public async Task A_public_client_learns_nothing()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.App);

        (await OAuthSpeaker.IntrospectAsync(host, OAuthClients.App, tokens.Access)).AssertRefused(400, "unauthorized_client");
    }

    [Test]
    public async Task Of_tokens_in_force_their_own_client_learns_what_they_say()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        var access = await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, tokens.Access);
        var refresh = await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, tokens.Refresh!);

        Assert.That((access.Member("active"), access.Member("client_id"), access.Member("scope"), access.Member("token_type")), Is.EqualTo(("True", "shop", "openid email offline_access", "Bearer")));
        Assert.That((refresh.Member("active"), refresh.Member("sub")), Is.EqualTo(("True", access.Member("sub"))));
        Assert.That(refresh.Json.TryGetProperty("token_type", out _), Is.False);
    }

    [Test]
    public async Task An_interface_of_the_hosts_may_ask_of_access_tokens_and_not_of_others_refresh_tokens()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Robot, tokens.Access)).Member("active"), Is.EqualTo("True"));
        Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Robot, tokens.Refresh!)).Body, Is.EqualTo(Inactive));
    }

    [Test]
    public async Task Another_client_learns_nothing_of_what_is_not_for_it()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        foreach (var token in new[] { tokens.Access, tokens.Refresh! })
            Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Mall, token)).Body, Is.EqualTo(Inactive));
        Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.House, tokens.Access)).Member("active"), Is.EqualTo("True"), "the host's own");
    }

    [Test]
    public async Task The_audience_may_ask()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Audience = "mall" });
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Mall, tokens.Access)).Member("active"), Is.EqualTo("True"));
    }

    [Test]
    public async Task What_is_told_is_what_the_token_says()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        var says = new Forgery(tokens.Access).Payload;

        var told = await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, tokens.Access);

        foreach (var name in new[] { "iss", "aud", "jti", "sub", "client_id", "scope", "sid" })
            Assert.That(told.Member(name), Is.EqualTo(says[name]!.GetValue<string>()), name);
        foreach (var name in new[] { "iat", "exp" })
            Assert.That(told.Json.GetProperty(name).GetInt64(), Is.EqualTo(says[name]!.GetValue<long>()), name);
        Assert.That(told.Member("username"), Is.EqualTo(Speaker.Email));
    }

    [TestCase("openid", false)]
    [TestCase("openid profile", false)]
    [TestCase("openid email", true)]
    public async Task A_client_learns_no_name_that_its_scope_does_not_cover(string scope, bool known)
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop, scope);

        Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, tokens.Access)).Json.TryGetProperty("username", out _), Is.EqualTo(known));
        Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Robot, tokens.Access)).Member("username"), Is.EqualTo(Speaker.Email), "an interface of the host's");
    }

    [Test]
    public async Task Of_what_cannot_be_used_nobody_learns_anything()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        var revoked = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        await OAuthSpeaker.RevokeAsync(host, OAuthClients.Shop, revoked.Refresh!);
        var code = await new Authorizing(host).CodeAsync(OAuthClients.Shop);

        foreach (var token in new[] { revoked.Access, revoked.Refresh!, tokens.Id!, code, "garbage", "a.b.c", $"{tokens.Access}x", new string('a', 20_000) })
            Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, token)).Body, Is.EqualTo(Inactive), token);
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, tokens.Access)).Body, Is.EqualTo(Inactive), "expired");
        host.Clock.Advance(TimeSpan.FromDays(30));
        Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, tokens.Refresh!)).Body, Is.EqualTo(Inactive), "expired");
    }

    [Test]
    public async Task Asking_uses_nothing_up()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        for (var i = 0; i < 3; i++)
            await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, tokens.Refresh!);
        await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Mall, tokens.Refresh!);

        Assert.That(await tokens.TryAsync(host, OAuthClients.Shop), Is.EqualTo((200, 200)));
    }
}
