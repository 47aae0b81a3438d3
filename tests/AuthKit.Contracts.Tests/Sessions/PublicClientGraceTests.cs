using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Sessions;

/// <summary>A refresh token that needs nothing beside it is not answered twice.</summary>
internal sealed class PublicClientGraceTests
{
    [Test]
    public async Task By_default_there_is_none()
    {
        await using var host = await TestHost.StartAsync();
        var first = await OAuthTokens.ObtainAsync(host, OAuthClients.App);
        var second = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, OAuthClients.App, first.Refresh!));

        (await OAuthSpeaker.RefreshAsync(host, OAuthClients.App, first.Refresh!)).AssertRefused(400, "invalid_grant");
        Assert.That(await second.TryAsync(host, OAuthClients.App), Is.EqualTo((401, 400)));
    }

    [Test]
    public async Task A_host_may_grant_it_and_hears_of_it()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Sessions.PublicClientRefreshGrace = TimeSpan.FromSeconds(5) });
        var first = await OAuthTokens.ObtainAsync(host, OAuthClients.App);
        var second = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, OAuthClients.App, first.Refresh!));

        var again = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, OAuthClients.App, first.Refresh!));

        Assert.That(again.Refresh, Is.EqualTo(second.Refresh));
        Assert.That(host.Logs.Entries.Select(entry => entry.Text), Has.Some.Contains("got the same successor"));
    }

    [Test]
    public async Task A_confidential_client_has_the_usual_one()
    {
        await using var host = await TestHost.StartAsync();
        var first = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        var second = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, first.Refresh!));

        Assert.That(OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, first.Refresh!)).Refresh, Is.EqualTo(second.Refresh));
    }
}
