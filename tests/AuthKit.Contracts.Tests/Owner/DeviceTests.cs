using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Events;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.Contracts.Tests.Owner;

/// <summary>Owners see where they are signed in, and sign out there.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class DeviceTests(Engine engine)
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private HostPlan Plan => OwnerRequests.Plan with { Engine = engine };

    [Test]
    public async Task Each_is_listed_once_the_youngest_first_however_many_there_are()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var first = await Pair.RegisterAsync(host);
        await Pair.RegisterAsync(host, "other@example.com");
        for (var i = 0; i < 104; i++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await Pair.SignInAsync(host);
        }

        var devices = await host.AllDevicesAsync((await first.RefreshAsync(host)).Access);

        Assert.That(devices, Has.Count.EqualTo(105));
        Assert.That(devices.Select(static device => device.GetProperty("id").GetString()), Is.Unique);
        Assert.That(devices.Select(static device => device.GetProperty("created_at").GetDateTimeOffset()), Is.Ordered.Descending);
        Assert.That(devices.Select(static device => device.GetProperty("current").GetBoolean()), Is.EqualTo(Enumerable.Repeat(false, 104).Append(true)));
        Assert.That(devices[^1].GetProperty("last_used_at").GetDateTimeOffset(), Is.EqualTo(host.Clock.GetUtcNow()), "A refresh is a use.");
    }

    [TestCase("%%%")]
    [TestCase("AAAA")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_cursor_that_is_none_is_refused(string cursor)
    {
        await using var host = await TestHost.StartAsync(Plan);
        Assert.That((await host.DevicesAsync((await Pair.RegisterAsync(host)).Access, Uri.EscapeDataString(cursor))).Status, Is.EqualTo(422));
    }

    [Test]
    public async Task It_tells_program_system_address_client_and_the_owner_s_name()
    {
        await using var host = await TestHost.StartAsync(Plan);
        await Pair.RegisterAsync(host);
        var signedIn = await host.PostJsonAsync("/api/v1/login", $$"""{"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}"}""", ("User-Agent", Firefox));
        var token = Pair.Of(signedIn).Access;
        await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        var id = await host.CurrentDeviceAsync(token);

        var named = await host.NameAsync(token, id, "  Máy của tôi ");
        var devices = await host.AllDevicesAsync(token);
        var cleared = await host.NameAsync(token, id, "");

        var mine = devices.Single(device => device.GetProperty("id").GetString() == id);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((mine.GetProperty("device").GetString(), mine.GetProperty("address").GetString(), mine.GetProperty("client_id").GetString(), mine.GetProperty("client_name").GetString()), Is.EqualTo(("Firefox, Linux", "127.0.0.1", "laravel", "laravel")));
            Assert.That((named.Status, mine.GetProperty("name").GetString()), Is.EqualTo((200, "Máy của tôi")));
            Assert.That(devices.Select(static device => device.GetProperty("client_name").GetString()), Does.Contain("The Shop"), "third-party clients' sessions are sessions");
            Assert.That(cleared.Json.GetProperty("data").GetProperty("name").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        }
    }

    [TestCase("a\u202eb")]
    [TestCase("a\nb")]
    [TestCase("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task A_name_is_text_that_can_be_seen(string name)
    {
        await using var host = await TestHost.StartAsync(Plan);
        var token = (await Pair.RegisterAsync(host)).Access;
        Assert.That((await host.NameAsync(token, await host.CurrentDeviceAsync(token), name)).Status, Is.EqualTo(422));
    }

    [Test]
    public async Task One_that_is_ended_is_out_at_once_and_the_others_stay()
    {
        var events = new HeardEvents();
        await using var host = await TestHost.StartAsync(Plan.And(events.Plan));
        var (mine, lost) = (await Pair.RegisterAsync(host), await Pair.SignInAsync(host));
        // In the cache, where it must not stay.
        Assert.That((await host.MeAsync(lost.Access)).Status, Is.EqualTo(200));
        var id = await host.CurrentDeviceAsync(lost.Access);

        var ended = await host.EndAsync(mine.Access, id);

        Assert.That(ended.Status, Is.EqualTo(200), ended.Body);
        Assert.That(await lost.TryAsync(host), Is.EqualTo((401, 401)));
        Assert.That((await host.EndAsync(mine.Access, id)).Status, Is.EqualTo(404));
        Assert.That((await host.AllDevicesAsync(mine.Access)).ConvertAll(static device => device.GetProperty("id").GetString()), Does.Not.Contain(id));
        Assert.That(await mine.TryAsync(host), Is.EqualTo((200, 200)));
        var heard = await events.NextAsync<SessionEnded>();
        Assert.That((heard.Reason, heard.SessionId, heard.ClientId), Is.EqualTo((SessionEndings.ByOwner, (Guid?)Guid.Parse(id), "laravel")));
    }

    [Test]
    public async Task All_others_end_browsers_codes_and_third_parties_among_them()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var (mine, other) = (await Pair.RegisterAsync(host), await Pair.SignInAsync(host));
        var authorizing = new Authorizing(host);
        var browser = await authorizing.SignInAsync();
        var shop = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, await CodeAsync()));
        var code = await CodeAsync();
        Assert.That((await host.MeAsync(other.Access)).Status, Is.EqualTo(200));

        var ended = await host.EndOthersAsync(mine.Access);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ended.Status, Is.EqualTo(200), ended.Body);
            Assert.That(await other.TryAsync(host), Is.EqualTo((401, 401)));
            Assert.That(await shop.TryAsync(host, OAuthClients.Shop), Is.EqualTo((401, 400)));
            Assert.That((await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, code)).Status, Is.EqualTo(400));
            Assert.That((await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser)).Value, Is.InstanceOf<SignInWanted>());
            Assert.That(await host.AllDevicesAsync(mine.Access), Has.Count.EqualTo(1));
            Assert.That(await mine.TryAsync(host), Is.EqualTo((200, 200)));
        }

        async Task<string> CodeAsync() => ((AuthorizationGranted)(await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser)).Value!).Code;
    }

    [Test]
    public async Task Of_many_that_end_one_at_once_one_does_and_no_refresh_outlives_it()
    {
        var events = new HeardEvents();
        await using var host = await TestHost.StartAsync(Plan.And(events.Plan));
        var (mine, lost) = (await Pair.RegisterAsync(host), await Pair.SignInAsync(host));
        var id = await host.CurrentDeviceAsync(lost.Access);

        var refreshing = Enumerable.Range(0, 32).Select(_ => LaravelSpeaker.RefreshAsync(host, lost.Refresh)).ToArray();
        var ending = Enumerable.Range(0, 64).Select(_ => host.EndAsync(mine.Access, id)).ToArray();
        var ended = await Task.WhenAll(ending);

        Assert.That(ended.Count(static answer => answer.Status == 200), Is.EqualTo(1));
        Assert.That(ended.Select(static answer => answer.Status), Is.All.AnyOf(200, 404));
        foreach (var answer in (await Task.WhenAll(refreshing)).Where(static answer => answer.Status == 200))
            Assert.That(await Pair.Of(answer).TryAsync(host), Is.EqualTo((401, 401)));
        await events.NextAsync<SessionEnded>();
        Assert.That(events.All.OfType<SessionEnded>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Nobody_ends_names_or_sees_what_is_another_s_or_another_tenant_s()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var (anna, ben) = (await Pair.RegisterAsync(host), await Pair.RegisterAsync(host, "ben@example.com"));
        await new TenantSpeaker().RegisterAsync(host, "carl@example.com");
        var carl = (await new TenantSpeaker().SignInAsync(host, "carl@example.com")).Member("token")!;
        var annas = await host.CurrentDeviceAsync(anna.Access);
        var carls = (await host.GetAsync("/api/auth/devices", Requests.Bearer(carl))).Json.GetProperty("devices")[0].GetProperty("id").GetString()!;

        foreach (var (token, device, root) in new[] { (ben.Access, annas, "/api/v1"), (anna.Access, carls, "/api/v1"), (carl, annas, "/api/auth") })
        {
            Assert.That((await host.DeleteAsync($"{root}/devices/{device}", token)).Status, Is.EqualTo(404));
            Assert.That((await host.SendAsync(HttpMethod.Put, $"{root}/devices/{device}", new StringContent("""{"name":"x"}""", System.Text.Encoding.UTF8, "application/json"), Requests.Bearer(token))).Status, Is.EqualTo(404));
        }

        await host.PostJsonAsync("/api/auth/devices/end-others", "{}", Requests.Bearer(carl));
        await host.EndOthersAsync(ben.Access);
        Assert.That((await host.AllDevicesAsync(ben.Access)).Select(static device => device.GetProperty("id").GetString()).Intersect([annas, carls]), Is.Empty);
        Assert.That(await anna.TryAsync(host), Is.EqualTo((200, 200)));
        Assert.That((await host.EndAsync(anna.Access, "none")).Status, Is.EqualTo(404));
        Assert.That((await host.MeAsync(carl)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_browser_that_is_ended_signs_its_clients_out_and_they_are_told()
    {
        await using var receiver = await LogoutReceiver.StartAsync();
        await using var host = await TestHost.StartAsync(Plan.And(new() { Options = options => options.Clients.Single(static client => client.Id == "shop").BackChannelLogoutUri = $"{receiver.Address}/logout" }));
        var mine = await Pair.RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var browser = (await authorizing.SignInAsync())!;
        var granted = (AuthorizationGranted)(await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop, "openid"), browser)).Value!;
        var shop = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, granted.Code));

        Assert.That((await host.EndAsync(mine.Access, browser.SessionId.ToString())).Status, Is.EqualTo(200));

        Assert.That(new JsonWebToken(await receiver.NextAsync()).GetPayloadValue<string>("sid"), Is.EqualTo(new JsonWebToken(shop.Id).GetPayloadValue<string>("sid")));
        Assert.That(await shop.TryAsync(host, OAuthClients.Shop), Is.EqualTo((401, 400)));
        Assert.That((await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser)).Value, Is.InstanceOf<SignInWanted>());
    }

    [Test]
    public async Task What_a_client_has_is_ended_and_the_client_is_told()
    {
        await using var receiver = await LogoutReceiver.StartAsync();
        await using var host = await TestHost.StartAsync(Plan.And(new() { Options = options => options.Clients.Single(static client => client.Id == "shop").BackChannelLogoutUri = $"{receiver.Address}/logout" }));
        var mine = await Pair.RegisterAsync(host);
        var shop = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        var sid = new JsonWebToken(shop.Id).GetPayloadValue<string>("sid");

        Assert.That((await host.EndAsync(mine.Access, sid)).Status, Is.EqualTo(200));

        Assert.That(new JsonWebToken(await receiver.NextAsync()).GetPayloadValue<string>("sid"), Is.EqualTo(sid));
        Assert.That(await shop.TryAsync(host, OAuthClients.Shop), Is.EqualTo((401, 400)));
    }

    [Test]
    public async Task By_option_the_owner_hears_of_a_sign_in_from_a_device_that_is_not_known()
    {
        await using var host = await TestHost.StartAsync(Plan.And(new() { Options = static options => options.Mail.Notices.NewDevice = true }));
        await Pair.RegisterAsync(host);
        await Pair.SignInAsync(host);
        host.Clock.Advance(TimeSpan.FromMinutes(10));

        await host.PostJsonAsync("/api/v1/login", $$"""{"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}"}""", ("User-Agent", Firefox));

        var mail = await host.Mails.NextAsync();
        Assert.That((mail.To, mail.Subject), Is.EqualTo((Speaker.Email, "A new sign-in to your account")));
        Assert.That(mail.Text, Does.Contain("Firefox, Linux").And.Contain("127.0.0.1").And.Contain("1 January 2026 at 12:10 UTC"));
        Assert.That(host.Mails.HasMore, Is.False, "Those of the beginning go without.");
    }
}
