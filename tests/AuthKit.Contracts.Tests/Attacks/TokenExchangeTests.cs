using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 8693 §5 and RFC 9700 §2.3: an exchange gives nobody more than there was, for longer than it was, or without leave.</summary>
internal sealed class TokenExchangeTests
{
    private static readonly OAuthClient Stranger = new("stranger", "stranger-secret", "https://stranger.example/callback");

    [Test]
    public async Task Without_a_policy_nothing_is_exchanged()
    {
        var host = await SharedHost.GetAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        (await Exchanging.ExchangeAsync(host, OAuthClients.Shop, tokens.Access)).AssertRefused(400, "unsupported_grant_type");
    }

    [Test]
    public async Task Not_by_a_client_without_the_grant_nor_by_one_that_the_policy_refuses()
    {
        await using var host = await TestHost.StartAsync(Exchanging.Plan);
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        (await Exchanging.ExchangeAsync(host, OAuthClients.Shop, tokens.Access)).AssertRefused(400, "unauthorized_client");
        (await Exchanging.ExchangeAsync(host, OAuthClients.App, tokens.Access)).AssertRefused(400, "unauthorized_client");
        (await Exchanging.ExchangeAsync(host, Stranger, tokens.Access)).AssertRefused(400, "invalid_request");
        (await Exchanging.ExchangeAsync(host, Exchanging.Gateway with { Secret = "wrong-secret" }, tokens.Access)).AssertRefused(401, "invalid_client");
    }

    [Test]
    public async Task No_client_registers_itself_for_it()
    {
        await using var host = await TestHost.StartAsync(Exchanging.Plan);

        var answer = await host.PostJsonAsync("/register", $$"""{"grant_types":["{{Exchanging.Grant}}"]}""", Requests.Bearer(OAuthClients.InitialAccessToken));

        Assert.That((answer.Status, answer.Member("error")), Is.EqualTo((400, "invalid_client_metadata")));
    }

    [Test]
    public async Task A_token_for_one_interface_is_exchanged_for_no_other()
    {
        var plan = OAuthApis.Plan.And(Exchanging.Plan).And(new() { Options = options => options.Clients.Single(client => client.Id == Exchanging.Gateway.Id).Scopes.Add(OAuthApis.ReadNotes) });
        await using var host = await TestHost.StartAsync(plan);
        var tokens = await OAuthApis.ObtainAsync(host, OAuthApis.Desk, $"openid {OAuthApis.ReadNotes}", OAuthApis.Notes);

        var exchanged = await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access);

        Assert.That(OAuthApis.AudienceOf(OAuthTokens.Of(exchanged).Access), Is.EqualTo(new[] { OAuthApis.Notes }));
        (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access, ("scope", "openid"))).AssertRefused(400, "invalid_scope");
    }

    [Test]
    public async Task No_interface_is_reached_by_a_policy_that_does_not_name_its_scope()
    {
        await using var silent = await TestHost.StartAsync(Exchanging.PlanFor(null));
        await using var naming = await TestHost.StartAsync(Exchanging.PlanFor(OAuthApis.Pay));
        var (first, second) = ((await OAuthTokens.ObtainAsync(silent, OAuthClients.Shop)).Access, (await OAuthTokens.ObtainAsync(naming, OAuthClients.Shop)).Access);

        (await Exchanging.ExchangeAsync(silent, Exchanging.Gateway, first, ("audience", OAuthApis.Notes))).AssertRefused(400, "invalid_target");
        (await Exchanging.ExchangeAsync(silent, Exchanging.Gateway, first, ("resource", OAuthApis.Notes), ("scope", OAuthApis.ReadNotes))).AssertRefused(400, "invalid_target");
        (await Exchanging.ExchangeAsync(naming, Exchanging.Gateway, second, ("audience", OAuthApis.Notes))).AssertRefused(400, "invalid_target");
        (await Exchanging.ExchangeAsync(naming, Exchanging.Gateway, second, ("audience", OAuthApis.Notes), ("audience", OAuthApis.Payroll))).AssertRefused(400, "invalid_target");
        (await Exchanging.ExchangeAsync(naming, Exchanging.Gateway, second, ("scope", OAuthApis.Pay))).AssertRefused(400, "invalid_scope", "its interface is not named");
    }

    [Test]
    public async Task Nor_by_a_client_that_is_not_listed_for_it()
    {
        await using var host = await TestHost.StartAsync(Exchanging.PlanFor(OAuthApis.WriteNotes));
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access, ("audience", OAuthApis.Notes))).AssertRefused(400, "invalid_target");
        (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access, ("audience", OAuthApis.Notes), ("scope", OAuthApis.WriteNotes))).AssertRefused(400, "invalid_scope");
    }

    [TestCase(OAuthApis.Host)]
    [TestCase(OAuthApis.UserInfo)]
    public async Task Nor_the_server_itself_by_a_token_for_an_interface(string target)
    {
        await using var host = await TestHost.StartAsync(Exchanging.PlanFor(OAuthApis.ReadNotes, "openid", "email"));
        var tokens = await OAuthApis.ObtainAsync(host, OAuthApis.Desk, $"openid email {OAuthApis.ReadNotes}", OAuthApis.Notes);

        (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access, ("audience", target))).AssertRefused(400, "invalid_target");
        (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access, ("audience", OAuthApis.Notes), ("resource", target))).AssertRefused(400, "invalid_target");
    }

    [TestCase("openid email phone")]
    [TestCase("profile")]
    [TestCase("orders.read")]
    [TestCase("orders.write")]
    [TestCase("offline_access")]
    public async Task The_scope_is_not_widened(string scope)
    {
        await using var host = await TestHost.StartAsync(Exchanging.Plan);
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access, ("scope", scope))).AssertRefused(400, "invalid_scope");
    }

    [Test]
    public async Task Nor_by_the_session_s_where_the_token_has_less()
    {
        await using var host = await TestHost.StartAsync(Exchanging.Plan);
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        var narrow = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, tokens.Refresh!, ("scope", "email")));

        (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, narrow.Access, ("scope", "openid email"))).AssertRefused(400, "invalid_scope");
        Assert.That((await Exchanging.ExchangeAsync(host, Exchanging.Gateway, narrow.Access)).Member("scope"), Is.EqualTo("email"));
    }

    [Test]
    public async Task An_ended_session_s_token_is_exchanged_for_nothing_and_what_it_was_exchanged_for_ends_with_it()
    {
        await using var host = await TestHost.StartAsync(Exchanging.Plan);
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        var first = (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access)).Member("access_token")!;
        var second = (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, first)).Member("access_token")!;
        Assert.That((await OAuthSpeaker.UserInfoAsync(host, second)).Status, Is.EqualTo(200));

        await OAuthSpeaker.RevokeAsync(host, OAuthClients.Shop, tokens.Refresh!);
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        foreach (var token in new[] { tokens.Access, first, second })
        {
            Assert.That((await OAuthSpeaker.UserInfoAsync(host, token)).Status, Is.EqualTo(401));
            (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, token)).AssertRefused(400, "invalid_request");
        }
    }

    [Test]
    public async Task A_token_counts_as_what_it_is_alone()
    {
        await using var host = await TestHost.StartAsync(Exchanging.Plan);
        var tokens = await OAuthTokens.ObtainAsync(host, Exchanging.Gateway);
        var shop = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        foreach (var (token, type) in new[]
        {
            (tokens.Id!, Exchanging.AccessToken),
            (tokens.Refresh!, Exchanging.AccessToken),
            (tokens.Access, Exchanging.IdToken),
            (tokens.Access, "urn:ietf:params:oauth:token-type:jwt"),
            (tokens.Refresh!, "urn:ietf:params:oauth:token-type:refresh_token"),
            (shop.Id!, Exchanging.IdToken),
            ("nonsense", Exchanging.AccessToken),
        })
            (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, token, ("subject_token_type", type))).AssertRefused(400, "invalid_request", type);

        (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access, ("actor_token", tokens.Id!), ("actor_token_type", Exchanging.AccessToken))).AssertRefused(400, "invalid_request");
        (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access, ("actor_token", shop.Id!), ("actor_token_type", Exchanging.IdToken))).AssertRefused(400, "invalid_request");
    }

    [Test]
    public async Task What_has_expired_is_exchanged_for_nothing()
    {
        await using var host = await TestHost.StartAsync(Exchanging.Plan);
        var tokens = await OAuthTokens.ObtainAsync(host, Exchanging.Gateway);
        host.Clock.Advance(TimeSpan.FromMinutes(16));

        (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access)).AssertRefused(400, "invalid_request");
        (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Id!, ("subject_token_type", Exchanging.IdToken))).AssertRefused(400, "invalid_request");
    }

    [Test]
    public async Task A_client_in_its_own_name_is_no_user()
    {
        await using var host = await TestHost.StartAsync(Exchanging.Plan);

        (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, await Exchanging.ActorAsync(host))).AssertRefused(400, "invalid_request");
    }

    [Test]
    public async Task A_third_party_s_token_does_not_become_the_host_s_own()
    {
        await using var host = await TestHost.StartAsync(Exchanging.Plan);
        var own = new OAuthClient("own-gateway", "own-gateway-secret", "");
        var shop = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        var house = await OAuthTokens.ObtainAsync(host, OAuthClients.House);

        (await Exchanging.ExchangeAsync(host, own, shop.Access)).AssertRefused(400, "invalid_request");
        (await Exchanging.ExchangeAsync(host, own, (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, shop.Access)).Member("access_token")!)).AssertRefused(400, "invalid_request");
        Assert.That((await Exchanging.ExchangeAsync(host, own, house.Access)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_chain_of_exchanges_has_an_end()
    {
        await using var host = await TestHost.StartAsync(Exchanging.Plan);
        var token = (await OAuthTokens.ObtainAsync(host, OAuthClients.Shop)).Access;
        for (var i = 0; i < 8; i++)
            token = (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, token)).Member("access_token")!;

        (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, token)).AssertRefused(400, "invalid_request");
    }

    [TestCase("audience", "https://other.example", "invalid_target")]
    [TestCase("resource", "https://other.example", "invalid_target")]
    [TestCase("requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token", "invalid_request")]
    [TestCase("actor_token", "any", "invalid_request")]
    [TestCase("actor_token_type", Exchanging.AccessToken, "invalid_request")]
    public async Task What_is_not_had_is_refused(string name, string value, string error)
    {
        await using var host = await TestHost.StartAsync(Exchanging.Plan);
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        (await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access, (name, value))).AssertRefused(400, error);
        Assert.That((await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access, ("audience", TestHost.Issuer), ("requested_token_type", Exchanging.AccessToken))).Status, Is.EqualTo(200));
    }
}
