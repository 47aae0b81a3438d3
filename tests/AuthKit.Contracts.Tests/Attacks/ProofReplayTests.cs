using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 9449 §11.1: a proof is used once.</summary>
internal sealed class ProofReplayTests
{
    [Test]
    public async Task Of_many_requests_for_tokens_with_one_proof_at_two_nodes_one_is_answered()
    {
        await using var host = await TestHost.StartAsync();
        await using var other = await TestHost.StartAsync(new() { Shared = host.Databases });
        using var key = new DPoPKey();
        var proof = key.Proof(host, "POST", "/token");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => DPoPKey.TokenAsync(at % 2 == 0 ? host : other, proof, OAuthClients.Robot, "client_credentials")));

        Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1));
        foreach (var answer in answers.Where(answer => answer.Status != 200))
            answer.AssertRefused(400, "invalid_dpop_proof");
    }

    [Test]
    public async Task Of_many_requests_with_a_token_and_one_proof_at_one_node_one_is_answered()
    {
        await using var host = await TestHost.StartAsync();
        using var key = new DPoPKey();
        var tokens = await key.ObtainAsync(host, OAuthClients.House);

        foreach (var path in new[] { "/me", "/userinfo" })
        {
            var proof = key.Proof(host, "GET", path, tokens.Access);
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => DPoPKey.GetAsync(host, path, tokens.Access, proof, "DPoP")));
            Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1), path);
            Assert.That(answers.Where(answer => answer.Status != 200).Select(answer => (answer.Status, answer.Header("WWW-Authenticate")![..30])), Is.All.EqualTo((401, "DPoP error=\"invalid_dpop_proof")), path);
        }
    }

    [Test]
    public async Task With_a_token_at_two_nodes_where_the_store_looks()
    {
        var plan = new HostPlan { Options = options => options.OAuth.DPoP.CheckReplaysInStore = true };
        await using var host = await TestHost.StartAsync(plan);
        await using var other = await TestHost.StartAsync(plan with { Shared = host.Databases });
        using var key = new DPoPKey();
        var tokens = await key.ObtainAsync(host, OAuthClients.House);
        var proof = key.Proof(host, "GET", "/me", tokens.Access);

        Assert.That((await DPoPKey.GetAsync(host, "/me", tokens.Access, proof, "DPoP")).Status, Is.EqualTo(200));
        Assert.That((await DPoPKey.GetAsync(other, "/me", tokens.Access, proof, "DPoP")).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Whoever_fills_the_node_s_memory_has_no_proof_forgotten()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.MaxCacheEntries = 2 });
        using var key = new DPoPKey();
        var tokens = await key.ObtainAsync(host, OAuthClients.House);
        var proofs = Enumerable.Range(0, 6).Select(_ => key.Proof(host, "GET", "/me", tokens.Access)).ToArray();

        foreach (var proof in proofs)
            Assert.That((await DPoPKey.GetAsync(host, "/me", tokens.Access, proof, "DPoP")).Status, Is.EqualTo(200));
        foreach (var proof in proofs)
            Assert.That((await DPoPKey.GetAsync(host, "/me", tokens.Access, proof, "DPoP")).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Not_after_any_time_either()
    {
        await using var host = await TestHost.StartAsync();
        using var key = new DPoPKey();
        var tokens = await key.ObtainAsync(host, OAuthClients.House);
        var ahead = key.Proof(host, "GET", "/me", tokens.Access, change: (_, payload) => payload["iat"] = host.Clock.GetUtcNow().AddSeconds(30).ToUnixTimeSeconds());
        Assert.That((await DPoPKey.GetAsync(host, "/me", tokens.Access, ahead, "DPoP")).Status, Is.EqualTo(200));

        for (var passed = 0; passed < 600; passed += 15)
        {
            Assert.That((await DPoPKey.GetAsync(host, "/me", tokens.Access, ahead, "DPoP")).Status, Is.EqualTo(401), $"{passed}");
            host.Clock.Advance(TimeSpan.FromSeconds(15));
        }
    }

    [Test]
    public async Task Of_many_exchanges_of_a_refresh_token_with_one_proof_one_is_answered()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Sessions.PublicClientRefreshGrace = TimeSpan.FromSeconds(10) });
        using var key = new DPoPKey();
        var tokens = await key.ObtainAsync(host, OAuthClients.App);
        var proof = key.Proof(host, "POST", "/token");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DPoPKey.TokenAsync(host, proof, OAuthClients.App, "refresh_token", ("refresh_token", tokens.Refresh!))));

        Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1));
        Assert.That((await key.RefreshAsync(host, OAuthClients.App, tokens.Refresh!)).Status, Is.EqualTo(200), "a lost reply within the grace");
    }

    [Test]
    public async Task What_anybody_can_send_fills_no_store()
    {
        await using var host = await TestHost.StartAsync();
        using var key = new DPoPKey();
        await new OAuthSpeaker().RegisterAsync(host);
        var proof = key.Proof(host, "POST", "/token");

        for (var i = 0; i < 2; i++)
        {
            (await key.RedeemAsync(host, OAuthClients.App, "none", proof)).AssertRefused(400, "invalid_grant");
            (await DPoPKey.TokenAsync(host, proof, OAuthClients.App, "refresh_token", ("refresh_token", "none"))).AssertRefused(400, "invalid_grant");
        }

        Assert.That((await key.RedeemAsync(host, OAuthClients.App, await new Authorizing(host).CodeAsync(OAuthClients.App), proof)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task One_key_s_id_is_not_used_up_by_another_key()
    {
        await using var host = await TestHost.StartAsync();
        using var key = new DPoPKey();
        using var other = new DPoPKey();
        var id = Guid.NewGuid().ToString();

        foreach (var holder in new[] { key, other })
            Assert.That((await DPoPKey.TokenAsync(host, holder.Proof(host, "POST", "/token", change: (_, payload) => payload["jti"] = id), OAuthClients.Robot, "client_credentials")).Status, Is.EqualTo(200));
    }
}
