using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Sessions;
using AuthKit.Events;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.Contracts.Tests.Owner;

/// <summary>Owners see which clients of others may act for them, and take that back.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class ConnectionTests(Engine engine)
{
    private HostPlan Plan => OwnerRequests.Plan with { Engine = engine };

    [Test]
    public async Task Third_parties_are_listed_with_their_scopes_and_the_host_s_own_clients_are_not()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var mine = await Pair.RegisterAsync(host);
        await OAuthTokens.ObtainAsync(host, OAuthClients.Shop, "openid email");
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var shop = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop, "openid offline_access");
        await OAuthTokens.ObtainAsync(host, OAuthClients.App, "openid");
        await OAuthTokens.ObtainAsync(host, OAuthClients.House);
        await OAuthTokens.ObtainAsync(host, OAuthClients.Mall, email: "other@example.com");
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, shop.Refresh!);

        var answer = await host.ConnectionsAsync((await mine.RefreshAsync(host)).Access);

        Assert.That(answer.Body, Does.Contain("""
            "data":{"connections":[{"client_id":"shop","client_name":"The Shop","scopes":["email","offline_access","openid"],"since":"2026-01-01T12:00:00+00:00","last_used_at":"2026-01-01T12:10:00+00:00"},{"client_id":"app","client_name":"app","scopes":["openid"],"since":"2026-01-01T12:05:00+00:00","last_used_at":"2026-01-01T12:05:00+00:00"}]}
            """));
    }

    [Test]
    public async Task What_is_taken_back_ends_at_once_and_the_client_asks_again()
    {
        var events = new HeardEvents();
        await using var receiver = await LogoutReceiver.StartAsync();
        await using var host = await TestHost.StartAsync(Plan.And(events.Plan).And(new() { Options = options => options.Clients.Single(static client => client.Id == "shop").BackChannelLogoutUri = $"{receiver.Address}/logout" }));
        var mine = await Pair.RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var browser = (await authorizing.SignInAsync())!;
        var shop = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, await CodeAsync(OAuthClients.Shop)));
        var mall = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.Mall, await CodeAsync(OAuthClients.Mall)));
        var code = await CodeAsync(OAuthClients.Shop);
        Assert.That((await OAuthSpeaker.UserInfoAsync(host, shop.Access)).Status, Is.EqualTo(200));
        Assert.That((await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser, decision: null)).Value, Is.InstanceOf<AuthorizationGranted>());

        var withdrawn = await host.WithdrawAsync(mine.Access, "shop");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(withdrawn.Status, Is.EqualTo(200), withdrawn.Body);
            Assert.That(await shop.TryAsync(host, OAuthClients.Shop), Is.EqualTo((401, 400)));
            Assert.That((await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, code)).Status, Is.EqualTo(400));
            Assert.That((await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser, decision: null)).Value, Is.InstanceOf<ConsentWanted>());
            Assert.That(await mall.TryAsync(host, OAuthClients.Mall), Is.EqualTo((200, 200)));
            Assert.That((await host.WithdrawAsync(mine.Access, "shop")).Status, Is.EqualTo(404));
            Assert.That((await host.ConnectionsAsync(mine.Access)).Body, Does.Contain("\"mall\"").And.Not.Contain("\"shop\""));
            Assert.That(await mine.TryAsync(host), Is.EqualTo((200, 200)));
        }

        Assert.That(new JsonWebToken(await receiver.NextAsync()).Audiences, Is.EqualTo(new[] { "shop" }));
        Assert.That((await events.NextAsync<ConsentWithdrawn>()).ClientId, Is.EqualTo("shop"));

        async Task<string> CodeAsync(OAuthClient client) => ((AuthorizationGranted)(await authorizing.AskAsync(Authorizing.RequestOf(client), browser)).Value!).Code;
    }

    [Test]
    public async Task Nobody_takes_back_what_another_allowed_nor_the_host_s_own_clients()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var ben = await Pair.RegisterAsync(host, "ben@example.com");
        var shop = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        await new TenantSpeaker().RegisterAsync(host, "carl@example.com");
        var carl = (await new TenantSpeaker().SignInAsync(host, "carl@example.com")).Member("token")!;

        Assert.That((await host.WithdrawAsync(ben.Access, "shop")).Status, Is.EqualTo(404));
        Assert.That((await host.DeleteAsync("/api/auth/connections/shop", carl)).Status, Is.EqualTo(404));
        Assert.That((await host.WithdrawAsync(ben.Access, "laravel")).Status, Is.EqualTo(404));
        Assert.That((await host.WithdrawAsync(ben.Access, "https://client.example/a b\u0001")).Status, Is.EqualTo(404));
        Assert.That(await shop.TryAsync(host, OAuthClients.Shop), Is.EqualTo((200, 200)));
        Assert.That(await ben.TryAsync(host), Is.EqualTo((200, 200)));
    }

    /// <summary>The consent is read before it is withdrawn, and the session comes after that.</summary>
    [Test]
    public async Task An_answer_that_is_under_way_does_not_outlive_it()
    {
        TestHost? host = null;
        Pair? mine = null;
        var (armed, withdrawn) = (false, (Task<Answer>?)null);
        host = await TestHost.StartAsync(Plan with
        {
            Build = Plan.Build + (authKit => WatchedStore.Watch(authKit, call =>
            {
                if (WatchedStore.AddsSession(call) && Interlocked.Exchange(ref armed, false))
                    (withdrawn = host!.WithdrawAsync(mine!.Access, "shop")).GetAwaiter().GetResult();
            })),
        });
        await using var started = host;
        mine = await Pair.RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var browser = await authorizing.SignInAsync();
        await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser);
        armed = true;

        var late = await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser, decision: null);

        Assert.That((await withdrawn!).Status, Is.EqualTo(200));
        Assert.That(late.Value, Is.InstanceOf<AuthorizationRefused>());
        Assert.That((await host.ConnectionsAsync(mine.Access)).Body, Does.Contain("\"connections\":[]"));
    }

    [Test]
    public async Task Of_many_at_once_no_refresh_outlives_it()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var mine = await Pair.RegisterAsync(host);
        var shop = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        var refreshing = Enumerable.Range(0, 32).Select(_ => OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, shop.Refresh!)).ToArray();
        var withdrawn = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => host.WithdrawAsync(mine.Access, "shop")));

        Assert.That(withdrawn.Select(static answer => answer.Status), Is.All.AnyOf(200, 404));
        Assert.That(withdrawn.Select(static answer => answer.Status), Does.Contain(200));
        foreach (var answer in (await Task.WhenAll(refreshing)).Where(static answer => answer.Status == 200))
            Assert.That(await OAuthTokens.Of(answer).TryAsync(host, OAuthClients.Shop), Is.EqualTo((401, 400)));
    }
}
