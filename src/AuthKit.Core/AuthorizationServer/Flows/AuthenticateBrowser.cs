using AuthKit.AuthorizationServer.Browsers;

namespace AuthKit.AuthorizationServer;

/// <summary>Tells whether a browser is still signed in, as far as this node has seen within <see cref="Tokens.TokenOptions.SessionCheckInterval"/>.</summary>
/// <param name="Browser">Who is signed in with the browser, as its cookie has it, if anybody.</param>
public sealed record AuthenticateBrowser(BrowserSession? Browser) : Command;

internal sealed class AuthenticateBrowserFlow(BrowserSessions browsers) : IFlow<AuthenticateBrowser, BrowserSession>
{
    public async Task<Outcome<BrowserSession>> RunAsync(AuthenticateBrowser command, FlowContext context, CancellationToken cancellationToken) =>
        await browsers.IsAliveAsync(command.Browser, cancellationToken) ? command.Browser! : Fault.LoginRequired;
}

public static partial class OAuthFlows
{
    /// <summary>Tells whether a browser is still signed in.</summary>
    public static Flow<AuthenticateBrowser, BrowserSession> AuthenticateBrowser { get; } = Flow<AuthenticateBrowser, BrowserSession>.Of<AuthenticateBrowserFlow>();
}
