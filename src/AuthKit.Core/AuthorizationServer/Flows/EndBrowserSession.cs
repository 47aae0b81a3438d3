using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Logouts;
using AuthKit.Events;
using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer;

/// <summary>Signs a browser out (OpenID Connect RP-Initiated Logout 1.0 §2).</summary>
/// <param name="Browser">Who is signed in with the browser, if anybody.</param>
public sealed record EndBrowserSession(BrowserSession? Browser) : Command
{
    /// <summary>The other accounts that the browser is signed in to.</summary>
    public IReadOnlyList<BrowserSession> Others { get; init; } = [];

    /// <summary>The <c>id_token_hint</c>; it may have expired. Where it names one of the accounts, that one is signed out alone.</summary>
    public string? IdTokenHint { get; init; }

    /// <summary>The <c>client_id</c>.</summary>
    public string? ClientId { get; init; }

    /// <summary>The <c>post_logout_redirect_uri</c>.</summary>
    public string? RedirectUri { get; init; }

    /// <summary>Whether the user has said that this is what they want; without it a request has to bring an id token of theirs, or anybody's link could sign them out.</summary>
    public bool Confirmed { get; init; }
}

/// <summary>Where a sign-out stands.</summary>
/// <param name="Done">Whether the browser is signed out; where it is not, the user has to be asked.</param>
/// <param name="RedirectUri">Where the client wants the browser to go afterwards, where it has registered that address.</param>
public sealed record SignedOut(bool Done, string? RedirectUri)
{
    /// <summary>The accounts that the browser is still signed in to.</summary>
    public IReadOnlyList<BrowserSession> Remaining { get; init; } = [];

    /// <summary>What the browser is to load, so that clients end their own sessions.</summary>
    public IReadOnlyList<FrontChannelLogout> FrontChannel { get; init; } = [];
}

internal sealed class EndBrowserSessionFlow(BrowserSessions browsers, BrowserAccounts accounts, IdTokens idTokens, ClientRegistry clients, ClientLogouts logouts, IEvents events) : IFlow<EndBrowserSession, SignedOut>
{
    public async Task<Outcome<SignedOut>> RunAsync(EndBrowserSession command, FlowContext context, CancellationToken cancellationToken)
    {
        var hint = await idTokens.ReadAsync(command.IdTokenHint, cancellationToken);
        if (hint is not null && command.ClientId is { } named && named != hint.ClientId)
            return Fault.Malformed;
        var client = await clients.FindAsync(hint?.ClientId ?? command.ClientId, cancellationToken);
        var redirectUri = command.RedirectUri is { } asked && client is not null && client.PostLogoutRedirectUris.Contains(asked) ? asked : null;

        var signedIn = await accounts.AliveAsync(command.Browser is { } current ? [current, .. command.Others] : command.Others, cancellationToken);
        var theirs = hint is null ? null : await accounts.FindAsync(signedIn, hint, client, cancellationToken);
        if (!command.Confirmed && theirs is null && signedIn.Count > 0)
            return new SignedOut(false, redirectUri);
        IReadOnlyList<BrowserSession> ending = theirs is null ? signedIn : [theirs];
        List<FrontChannelLogout> frontChannel = [];
        foreach (var browser in ending)
        {
            frontChannel.AddRange(await logouts.EndAsync(browser, context, cancellationToken));
            await browsers.EndAsync(browser, cancellationToken);
            await events.RaiseAsync(context, new SessionEnded(SessionEndings.SignedOut) { UserId = browser.UserId, Tenant = browser.Tenant, SessionId = browser.SessionId, ClientId = context.ClientId }, cancellationToken);
        }

        // The client's own session with the user goes along: it has been told to forget them.
        if (hint is not null && theirs is not null)
        {
            await browsers.EndAsync(hint.SessionId, hint.Tenant, cancellationToken);
            await events.RaiseAsync(context, new SessionEnded(SessionEndings.SignedOut) { UserId = theirs.UserId, Tenant = hint.Tenant, SessionId = hint.SessionId, ClientId = hint.ClientId }, cancellationToken);
        }

        return new SignedOut(true, redirectUri) { Remaining = [.. signedIn.Except(ending)], FrontChannel = frontChannel };
    }
}

public static partial class OAuthFlows
{
    /// <summary>Signs a browser out.</summary>
    public static Flow<EndBrowserSession, SignedOut> EndBrowserSession { get; } = Flow<EndBrowserSession, SignedOut>.Of<EndBrowserSessionFlow>();
}
