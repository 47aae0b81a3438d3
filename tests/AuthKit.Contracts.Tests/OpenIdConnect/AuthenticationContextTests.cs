using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Features;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.SignIns;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>How strongly a client has its user sign in (<c>acr_values</c> and an essential <c>acr</c>, OpenID Connect Core 1.0 §3.1.2.1 and §5.5.1.1).</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class AuthenticationContextTests
{
    private const string Weak = "urn:authkit:acr:1fa";
    private const string Strong = "urn:authkit:acr:2fa";
    private const string Essential = """{"id_token":{"acr":{"essential":true,"values":[""" + $"\"{Strong}\"]}}}}}}";

    private static readonly FlowContext Context = new() { ClientId = "oauth" };

    private readonly EverybodysFactor _factor = new() { IsOn = false };
    private TestHost _host = null!;
    private BrowserSession _weak = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _host = await TestHost.StartAsync(new() { Services = services => services.AddSingleton<ISecondFactor>(_factor) });
        await new OAuthSpeaker().RegisterAsync(_host);
        _weak = (await new Authorizing(_host).SignInAsync())!;
    }

    [TearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [TestCase(Strong, true)]
    [TestCase($"gold {Strong} {Weak}", true)]
    [TestCase($"{Weak} {Strong}", false)]
    [TestCase("gold", false)]
    public async Task Whoever_can_is_asked_for_a_second_factor(string values, bool isAsked)
    {
        _factor.IsOn = true;

        var step = await AskAsync(Request with { AcrValues = values }, _weak);

        Assert.That((step as SignInWanted)?.WantsSecondFactor, isAsked ? Is.True : Is.Null);
        Assert.That(step, isAsked ? Is.InstanceOf<SignInWanted>() : Is.InstanceOf<AuthorizationGranted>());
    }

    [Test]
    public async Task Whoever_cannot_is_let_in_as_they_are_where_the_client_can_do_without() =>
        Assert.That(await AskAsync(Request with { AcrValues = Strong }, _weak), Is.InstanceOf<AuthorizationGranted>());

    [Test]
    public async Task Whoever_cannot_is_refused_where_it_cannot() =>
        Assert.That(FaultOf(await AskAsync(Request with { Claims = Essential }, _weak)), Is.EqualTo(Fault.UnmetAuthenticationRequirements));

    [Test]
    public async Task Where_it_cannot_whoever_can_is_asked_once()
    {
        _factor.IsOn = true;

        Assert.That(await AskAsync(Request with { Claims = Essential }, _weak), Is.InstanceOf<SignInWanted>());
        Assert.That(FaultOf(await AskAsync(Request with { Claims = Essential, Prompt = "none" }, _weak)), Is.EqualTo(Fault.LoginRequired));
        Assert.That(FaultOf(await AskAsync(Request with { Claims = Essential }, _weak, justSignedIn: true)), Is.EqualTo(Fault.UnmetAuthenticationRequirements));
        Assert.That(await AskAsync(Request with { AcrValues = Strong }, _weak, justSignedIn: true), Is.InstanceOf<AuthorizationGranted>());
        Assert.That(await AskAsync(Request with { AcrValues = Strong, Prompt = "none" }, _weak), Is.InstanceOf<AuthorizationGranted>());
    }

    [Test]
    public async Task Whoever_has_proved_two_factors_has_what_is_wanted()
    {
        _factor.IsOn = true;
        var asked = await OAuthFlows.SignInBrowser.RunAsync(_host.Services, new(Speaker.Email, Speaker.Password), Context, CancellationToken.None);
        var challenge = ((SecondFactorChallenge)asked.Failure!.Detail!).Challenge;
        var strong = (await OAuthFlows.CompleteBrowserSignIn.RunAsync(_host.Services, new(challenge, null, EverybodysFactor.Right), Context, CancellationToken.None)).Value!;

        Assert.That(await AskAsync(Request with { Claims = Essential }, strong), Is.InstanceOf<AuthorizationGranted>());
        Assert.That(await AskAsync(Request with { AcrValues = Strong, Prompt = "none" }, strong), Is.InstanceOf<AuthorizationGranted>());
        // The id token would have to say what the user is not.
        Assert.That(FaultOf(await AskAsync(Request with { Claims = Essential.Replace(Strong, Weak, StringComparison.Ordinal) }, strong)), Is.EqualTo(Fault.UnmetAuthenticationRequirements));
    }

    private static AuthorizationParameters Request => Authorizing.RequestOf(OAuthClients.Shop, "openid");

    private static Fault? FaultOf(AuthorizationStep? step) => (step as AuthorizationRefused)?.Failure.Fault;

    private async Task<AuthorizationStep?> AskAsync(AuthorizationParameters request, BrowserSession browser, bool justSignedIn = false) =>
        (await OAuthFlows.Authorize.RunAsync(_host.Services, new(request, browser) { Decision = request.Prompt == "none" ? null : true, JustSignedIn = justSignedIn }, Context, CancellationToken.None)).Value;
}
