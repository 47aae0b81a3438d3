using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>ASVS 5.0 V10.7.1: no client of somebody else's gets what its user has not said yes to.</summary>
internal sealed class ConsentTests
{
    [Test]
    public async Task A_browser_that_has_signed_out_gets_no_code()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var browser = (await authorizing.SignInAsync())!;
        await OAuthFlows.EndBrowserSession.RunAsync(host.Services, new(browser) { Confirmed = true }, new() { ClientId = "oauth" }, CancellationToken.None);

        Assert.That((await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser)).Value, Is.InstanceOf<SignInWanted>());
    }

    [Test]
    public async Task Nobody_is_asked_for_nothing_and_somebody_elses_client_for_everything()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var browser = await authorizing.SignInAsync();

        Assert.That((await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser, decision: null)).Value, Is.InstanceOf<ConsentWanted>());
        Assert.That((await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.House), browser, decision: null)).Value, Is.InstanceOf<AuthorizationGranted>());
        Assert.That((await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser, decision: false)).Value, Is.InstanceOf<AuthorizationRefused>());
        Assert.That((await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop) with { Prompt = "none" }, browser, decision: null)).Value, Is.InstanceOf<AuthorizationRefused>());
    }

    [TestCase("http://127.0.0.1/callback", false)]
    [TestCase("com.example.program:/callback", false)]
    [TestCase("https://program.example/callback", true)]
    public async Task A_yes_to_a_public_client_is_kept_for_an_address_that_no_other_program_can_take(string redirectUri, bool kept)
    {
        var program = new OAuthClient("program", null, redirectUri);
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Clients.Add(program.Listed()) });
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var browser = await authorizing.SignInAsync();
        Assert.That((await authorizing.AskAsync(Authorizing.RequestOf(program), browser)).Value, Is.InstanceOf<AuthorizationGranted>());

        var again = await authorizing.AskAsync(Authorizing.RequestOf(program), browser, decision: null);
        var silent = await authorizing.AskAsync(Authorizing.RequestOf(program) with { Prompt = "none" }, browser, decision: null);

        Assert.That(again.Value, kept ? Is.InstanceOf<AuthorizationGranted>() : Is.InstanceOf<ConsentWanted>());
        Assert.That((silent.Value as AuthorizationRefused)?.Failure.Fault, kept ? Is.Null : Is.EqualTo(Fault.ConsentRequired));
    }

    [Test]
    public async Task What_was_allowed_once_need_not_be_asked_again_but_more_than_that()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var browser = await authorizing.SignInAsync();
        await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop, "openid email"), browser);

        Assert.That((await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop, "openid"), browser, decision: null)).Value, Is.InstanceOf<AuthorizationGranted>());
        Assert.That((await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop, "openid phone"), browser, decision: null)).Value, Is.InstanceOf<ConsentWanted>());
    }
}
