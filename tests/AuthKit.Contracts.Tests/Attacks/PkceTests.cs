using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 9700 §2.1.1 and §4.8, ASVS 5.0 V10.4.6: whoever steals a code lacks the verifier, and nobody can talk the server out of asking for it.</summary>
internal sealed class PkceTests
{
    [Test]
    public async Task A_public_client_cannot_go_without()
    {
        var host = await SharedHost.GetAsync();

        var outcome = await new Authorizing(host).AskAsync(Authorizing.RequestOf(OAuthClients.App) with { CodeChallenge = null, CodeChallengeMethod = null }, browser: null);

        AssertObjects(outcome, Rule.Required);
    }

    [Test]
    public async Task A_confidential_client_cannot_where_the_host_says_so()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.OAuth.RequirePkce = true });

        AssertObjects(await new Authorizing(host).AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser: null), Rule.Required);
    }

    [TestCase("plain")]
    [TestCase(null)]
    [TestCase("s256")]
    [TestCase("S512")]
    public async Task No_method_but_S256_is_taken(string? method)
    {
        var host = await SharedHost.GetAsync();

        var outcome = await new Authorizing(host).AskAsync(Authorizing.RequestOf(OAuthClients.App) with { CodeChallengeMethod = method }, browser: null);

        AssertObjects(outcome, Rule.Unknown);
    }

    [TestCase("short")]
    [TestCase("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cMA")]
    [TestCase("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM")]
    [TestCase("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c=")]
    public async Task A_challenge_that_is_no_SHA_256_is_refused(string challenge)
    {
        var host = await SharedHost.GetAsync();

        AssertObjects(await new Authorizing(host).AskAsync(Authorizing.RequestOf(OAuthClients.App) with { CodeChallenge = challenge }, browser: null), Rule.Unknown);
    }

    [Test]
    public async Task A_method_without_a_challenge_is_a_challenge_that_somebody_took_away()
    {
        var host = await SharedHost.GetAsync();

        AssertObjects(await new Authorizing(host).AskAsync(Authorizing.RequestOf(OAuthClients.Shop) with { CodeChallengeMethod = "S256" }, browser: null), Rule.Required);
    }

    [TestCase(null, TestName = "No verifier")]
    [TestCase("", TestName = "An empty verifier")]
    [TestCase("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXl", TestName = "Another verifier")]
    [TestCase(Authorizing.Challenge, TestName = "The challenge as a plain verifier")]
    [TestCase("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk ", TestName = "A verifier with a space")]
    [TestCase("d", TestName = "A short verifier")]
    public async Task The_challenge_is_held_against_whoever_redeems(string? verifier)
    {
        var host = await SharedHost.GetAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var code = await new Authorizing(host).CodeAsync(OAuthClients.App);

        var stolen = await RedeemAsync(host, OAuthClients.App, code, verifier);

        stolen.AssertRefused(400, "invalid_grant");
        Assert.That((await RedeemAsync(host, OAuthClients.App, code, Authorizing.Verifier)).Status, Is.EqualTo(200), "A thief without the verifier costs its owner nothing.");
    }

    [Test]
    public async Task A_confidential_clients_secret_is_no_substitute_for_the_verifier()
    {
        var host = await SharedHost.GetAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var code = await new Authorizing(host).CodeAsync(Authorizing.RequestOf(OAuthClients.Shop) with { CodeChallenge = Authorizing.Challenge, CodeChallengeMethod = "S256" });

        (await RedeemAsync(host, OAuthClients.Shop, code, null)).AssertRefused(400, "invalid_grant");
        Assert.That((await RedeemAsync(host, OAuthClients.Shop, code, Authorizing.Verifier)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_verifier_for_a_code_without_a_challenge_is_refused()
    {
        var host = await SharedHost.GetAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var code = await new Authorizing(host).CodeAsync(OAuthClients.Shop);

        (await RedeemAsync(host, OAuthClients.Shop, code, Authorizing.Verifier)).AssertRefused(400, "invalid_grant");
    }

    private static Task<Answer> RedeemAsync(TestHost host, OAuthClient client, string code, string? verifier) =>
        OAuthSpeaker.TokenAsync(host, client, "authorization_code", [("code", code), ("redirect_uri", client.RedirectUri), .. verifier is null ? Array.Empty<(string, string)>() : [("code_verifier", verifier)]]);

    private static void AssertObjects(Outcome<AuthorizationStep> outcome, Rule rule)
    {
        Assert.That(outcome.Value, Is.InstanceOf<AuthorizationRefused>());
        var broken = ((AuthorizationRefused)outcome.Value!).Failure.BrokenRules.Single();
        Assert.That((broken.Field, broken.Rule), Is.EqualTo((Field.CodeChallenge, rule)));
    }
}
