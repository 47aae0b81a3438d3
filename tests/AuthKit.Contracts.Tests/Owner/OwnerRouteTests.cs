using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.TwoFactor;

namespace AuthKit.Contracts.Tests.Owner;

/// <summary>What is the owner's alone, under every contract: no token of somebody else's client gets in, and nobody without one.</summary>
internal sealed class OwnerRouteTests
{
    private static readonly (HttpMethod Method, string Path)[] Routes =
    [
        (HttpMethod.Get, "devices"),
        (HttpMethod.Put, $"devices/{Guid.Empty}"),
        (HttpMethod.Delete, $"devices/{Guid.Empty}"),
        (HttpMethod.Post, "devices/end-others"),
        (HttpMethod.Get, "connections"),
        (HttpMethod.Delete, $"connections/{Guid.Empty}"),
        (HttpMethod.Get, "my-data"),
        (HttpMethod.Delete, "my-data"),
    ];

    [TestCaseSource(typeof(TwoFactorPaths), nameof(TwoFactorPaths.All))]
    public async Task It_is_nobody_else_s(TwoFactorPaths paths)
    {
        await using var host = await TestHost.StartAsync(OwnerRequests.Plan);
        var mine = await Pair.RegisterAsync(host);
        var shop = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        var robot = (await OAuthSpeaker.TokenAsync(host, OAuthClients.Robot, "client_credentials")).Member("access_token")!;

        using (Assert.EnterMultipleScope())
        {
            foreach (var (method, path) in Routes)
            {
                Assert.That((await paths.AskAsync(host, method, path, shop.Access)).Status, Is.EqualTo(403), $"{method} {path}");
                Assert.That((await paths.AskAsync(host, method, path, robot)).Status, Is.AnyOf(401, 403), $"{method} {path}");
                Assert.That((await paths.AskAsync(host, method, path, token: null)).Status, Is.EqualTo(401), $"{method} {path}");
                Assert.That((await paths.AskAsync(host, method, path, "not-a-token")).Status, Is.EqualTo(401), $"{method} {path}");
            }
        }

        Assert.That(await mine.TryAsync(host), Is.EqualTo((200, 200)));
        Assert.That(await shop.TryAsync(host, OAuthClients.Shop), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task Without_the_features_there_is_no_route()
    {
        await using var host = await TestHost.StartAsync();
        var mine = await Pair.RegisterAsync(host);
        foreach (var (method, path) in Routes)
            Assert.That((await TwoFactorPaths.Laravel.AskAsync(host, method, path, mine.Access)).Status, Is.EqualTo(404), path);
    }
}
