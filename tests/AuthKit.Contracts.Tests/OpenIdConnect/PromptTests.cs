using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>OpenID Connect Core 1.0 §3.1.2.1: who has to be asked what before there is a code.</summary>
internal sealed class PromptTests
{
    [TestCase("login")]
    [TestCase("create")]
    [TestCase("login select_account")]
    [TestCase("login consent")]
    public async Task A_client_can_have_its_user_sign_in_again(string prompt)
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var (authorizing, request) = (new Authorizing(host), Authorizing.RequestOf(OAuthClients.Shop) with { Prompt = prompt });

        Assert.That((await authorizing.AskAsync(request)).Value, Is.InstanceOf<SignInWanted>());
        var again = await OAuthFlows.Authorize.RunAsync(host.Services, new(request, await authorizing.SignInAsync()) { JustSignedIn = true, Decision = true }, new() { ClientId = "oauth" }, CancellationToken.None);
        Assert.That(again.Value, Is.InstanceOf<AuthorizationGranted>());
    }

    [Test]
    public async Task A_client_can_ask_for_consent_that_was_given_before()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var browser = await authorizing.SignInAsync();
        await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser);

        Assert.That((await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop) with { Prompt = "consent" }, browser, decision: null)).Value, Is.InstanceOf<ConsentWanted>());
        Assert.That((await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.House) with { Prompt = "consent" }, browser, decision: null)).Value, Is.InstanceOf<ConsentWanted>());
    }

    [Test]
    public async Task Where_no_page_may_be_shown_the_client_is_told_which_was_wanted()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var silent = Authorizing.RequestOf(OAuthClients.Shop) with { Prompt = "none" };

        Assert.That(await FaultAsync(authorizing.AskAsync(silent, browser: null)), Is.EqualTo(Fault.LoginRequired));
        Assert.That(await FaultAsync(authorizing.AskAsync(silent, await authorizing.SignInAsync(), decision: null)), Is.EqualTo(Fault.ConsentRequired));
        await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop));
        Assert.That((await authorizing.AskAsync(silent, await authorizing.SignInAsync(), decision: null)).Value, Is.InstanceOf<AuthorizationGranted>());
    }

    [TestCase("0", 0, false)]
    [TestCase("60", 59, true)]
    [TestCase("60", 60, false)]
    public async Task A_sign_in_may_be_too_long_ago(string maxAge, int seconds, bool granted)
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var browser = await authorizing.SignInAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(seconds));

        var step = (await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop) with { MaxAge = maxAge }, browser)).Value;

        Assert.That(step, granted ? Is.InstanceOf<AuthorizationGranted>() : Is.InstanceOf<SignInWanted>());
    }

    [Test]
    public async Task An_id_token_says_who_is_meant()
    {
        await using var host = await TestHost.StartAsync();
        var anna = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        await new OAuthSpeaker().RegisterAsync(host, "bert@example.com");
        var authorizing = new Authorizing(host);
        var request = Authorizing.RequestOf(OAuthClients.Shop) with { IdTokenHint = anna.Id };

        Assert.That((await authorizing.AskAsync(request)).Value, Is.InstanceOf<AuthorizationGranted>());
        Assert.That((await authorizing.AskAsync(request, "bert@example.com")).Value, Is.InstanceOf<SignInWanted>());
        Assert.That((await authorizing.AskAsync(request with { IdTokenHint = anna.Access })).Value, Is.InstanceOf<SignInWanted>());
    }

    [Test]
    public async Task A_browser_is_signed_in_for_a_day()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var browser = await authorizing.SignInAsync();

        host.Clock.Advance(TimeSpan.FromDays(1));

        Assert.That((await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser)).Value, Is.InstanceOf<SignInWanted>());
    }

    private static async Task<Fault?> FaultAsync(Task<Outcome<AuthorizationStep>> asking) => ((await asking).Value as AuthorizationRefused)?.Failure.Fault;
}
