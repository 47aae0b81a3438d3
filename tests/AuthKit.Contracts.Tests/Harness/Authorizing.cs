using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Requests;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>What a person does at the authorization server's pages: signs in, and says yes or no.</summary>
internal sealed class Authorizing(TestHost host)
{
    /// <summary>The verifier and challenge of RFC 7636 appendix B.</summary>
    public const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    public const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static readonly FlowContext Context = new() { ClientId = "oauth" };

    /// <summary>An authorization request of a client; a public one proves itself by its verifier.</summary>
    public static AuthorizationParameters RequestOf(OAuthClient client, string? scope = "openid email offline_access") => new()
    {
        ClientId = client.Id,
        ResponseType = "code",
        RedirectUri = client.RedirectUri,
        Scope = scope,
        State = "af0ifjsldkj",
        CodeChallenge = client.Secret is null ? Challenge : null,
        CodeChallengeMethod = client.Secret is null ? "S256" : null,
    };

    /// <summary>A browser in which the account has signed in; null where it may not.</summary>
    public async Task<BrowserSession?> SignInAsync(string email = Speaker.Email, string password = Speaker.Password) =>
        (await OAuthFlows.SignInBrowser.RunAsync(host.Services, new(email, password), Context, CancellationToken.None)).Value;

    /// <summary>What comes of a request when the account signs in and says yes.</summary>
    public async Task<Outcome<AuthorizationStep>> AskAsync(AuthorizationParameters request, string email = Speaker.Email, string password = Speaker.Password) =>
        await AskAsync(request, await SignInAsync(email, password));

    public Task<Outcome<AuthorizationStep>> AskAsync(AuthorizationParameters request, BrowserSession? browser, bool? decision = true) =>
        OAuthFlows.Authorize.RunAsync(host.Services, new(request, browser) { Decision = decision }, Context, CancellationToken.None);

    /// <summary>The code that a request ends with.</summary>
    public async Task<string> CodeAsync(AuthorizationParameters request, string email = Speaker.Email)
    {
        var outcome = await AskAsync(request, email);
        Assert.That(outcome.Value, Is.InstanceOf<AuthorizationGranted>(), outcome.Failure?.Fault.ToString());
        return ((AuthorizationGranted)outcome.Value!).Code;
    }

    public Task<string> CodeAsync(OAuthClient client, string? scope = "openid email offline_access") => CodeAsync(RequestOf(client, scope));

    /// <summary>Lets a device in, or keeps it out.</summary>
    public async Task<Failure?> DecideAsync(string userCode, bool allowed = true, string email = Speaker.Email) =>
        await DecideAsync(userCode, await SignInAsync(email), allowed);

    public async Task<Failure?> DecideAsync(string userCode, BrowserSession? browser, bool allowed = true) =>
        (await OAuthFlows.DecideDevice.RunAsync(host.Services, new(userCode, browser, allowed), Context, CancellationToken.None)).Failure;
}
