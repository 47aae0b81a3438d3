using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 7009 §2.1 and §2.2, ASVS 5.0 V10.4.9: a client ends what is its own, and learns nothing of the rest.</summary>
internal sealed class RevocationTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task Either_token_ends_both(bool byRefreshToken)
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.App);
        Assert.That((await OAuthSpeaker.UserInfoAsync(host, tokens.Access)).Status, Is.EqualTo(200));

        var answer = await OAuthSpeaker.RevokeAsync(host, OAuthClients.App, byRefreshToken ? tokens.Refresh! : tokens.Access);

        Assert.That((answer.Status, answer.Body), Is.EqualTo((200, "{}")));
        Assert.That(await tokens.TryAsync(host, OAuthClients.App), Is.EqualTo((401, 400)));
    }

    [Test]
    public async Task Another_clients_tokens_are_refused_and_what_is_none_passed_over_in_silence()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        foreach (var token in new[] { tokens.Access, tokens.Refresh! })
        {
            var answer = await OAuthSpeaker.RevokeAsync(host, OAuthClients.Mall, token);
            Assert.That((answer.Status, answer.Member("error")), Is.EqualTo((400, "invalid_grant")), answer.Body);
        }

        foreach (var token in new[] { "garbage", tokens.Id! })
        {
            var answer = await OAuthSpeaker.RevokeAsync(host, OAuthClients.Mall, token);
            Assert.That((answer.Status, answer.Body), Is.EqualTo((200, "{}")));
        }

        Assert.That(await tokens.TryAsync(host, OAuthClients.Shop), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task A_refresh_token_with_a_guessed_secret_ends_nothing()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.App);

        await OAuthSpeaker.RevokeAsync(host, OAuthClients.App, $"{tokens.Refresh!.Split('.')[0]}.{new string('A', 43)}");

        Assert.That(await tokens.TryAsync(host, OAuthClients.App), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task One_device_of_two_stays_signed_in()
    {
        await using var host = await TestHost.StartAsync();
        var one = await OAuthTokens.ObtainAsync(host, OAuthClients.App);
        var two = await OAuthTokens.ObtainAsync(host, OAuthClients.App);

        await OAuthSpeaker.RevokeAsync(host, OAuthClients.App, one.Refresh!);

        Assert.That(await two.TryAsync(host, OAuthClients.App), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task A_new_password_ends_what_every_client_has()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        await LaravelSpeaker.RequestResetAsync(host);

        await LaravelSpeaker.ResetAsync(host, await host.Mails.NextTokenAsync(Speaker.Email), "another horse 8!");

        Assert.That(await tokens.TryAsync(host, OAuthClients.Shop), Is.EqualTo((401, 400)));
    }
}
