using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Logouts;
using AuthKit.Events;
using AuthKit.SignIns;
using AuthKit.Tokens;
using AuthKit.Users;
using AuthKit.Users.Attempts;

namespace AuthKit.AuthorizationServer;

/// <summary>How a flow of a feature's signs somebody in to the authorization server's own pages: by what it has proved, if that is enough for the account.</summary>
public interface IBrowserSignIns
{
    /// <summary>The browser's session; or <see cref="Fault.SecondFactorRequired"/> with a <see cref="SecondFactorChallenge"/>, where the account asks for more than has been proved.</summary>
    /// <param name="proved">What has been proved. Its account stays the caller's to dispose of.</param>
    /// <param name="signedIn">See <see cref="SignInBrowser.SignedIn"/>.</param>
    /// <param name="context">How the request came.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Outcome<BrowserSession>> SignInAsync(ProvedSignIn proved, IReadOnlyList<BrowserSession> signedIn, FlowContext context, CancellationToken cancellationToken);
}

/// <summary>Ends sign-ins in a browser's session.</summary>
internal sealed class BrowserSignIns(SignInPolicy policy, KnownDevices devices, SessionDevices sessionDevices, LastSeen lastSeen, BrowserSessions browsers, ClientLogouts logouts, Subjects subjects, IEvents events) : IBrowserSignIns
{
    public async Task<Outcome<BrowserSession>> SignInAsync(ProvedSignIn proved, IReadOnlyList<BrowserSession> signedIn, FlowContext context, CancellationToken cancellationToken) =>
        (await policy.ClearAsync(proved, client: null, context, cancellationToken)).Succeeded(out var cleared, out var asked)
            ? await StartAsync(cleared, signedIn, context, cancellationToken)
            : asked;

    public async Task<BrowserSession> StartAsync(ClearedSignIn cleared, IReadOnlyList<BrowserSession> signedIn, FlowContext context, CancellationToken cancellationToken)
    {
        var account = cleared.Account;
        await lastSeen.NoteAsync(cleared.Account.Database, cleared.Account.User, cancellationToken);
        var started = await browsers.StartAsync(cleared, context.ClientId, sessionDevices.Of(context), cancellationToken);
        var browser = started with { Subject = await subjects.OfAsync(started.UserId, started.Tenant, client: null, cancellationToken) };
        await events.RaiseAsync(context, new SignedIn(cleared.KnownDevice) { UserId = account.User.Id, Tenant = account.Tenant, SessionId = browser.SessionId, ClientId = context.ClientId, Provider = cleared.Provider, Methods = cleared.Methods }, cancellationToken);
        await ReplaceAsync(browser, signedIn, context, cancellationToken);
        if (cleared.DeviceToken is { } trusted)
            return browser with { DeviceToken = trusted };
        return await devices.IsOfAsync(context.Device, account.Tenant, account.User.Id, cancellationToken)
            ? browser
            : browser with { DeviceToken = await devices.IssueAsync(account.Tenant, account.User.Id, cancellationToken) };
    }

    private async Task ReplaceAsync(BrowserSession browser, IReadOnlyList<BrowserSession> signedIn, FlowContext context, CancellationToken cancellationToken)
    {
        foreach (var previous in browsers.ReplacedBy(browser, signedIn))
        {
            // Whoever signs in anew is not signed out of what they use; whoever makes room is.
            if (previous.IsSameAccount(browser))
                await logouts.AdoptAsync(previous, browser, cancellationToken);
            else
                await logouts.EndAsync(previous, context, cancellationToken);
            await browsers.EndAsync(previous, cancellationToken);
            await events.RaiseAsync(context, new SessionEnded(SessionEndings.Replaced) { UserId = previous.UserId, Tenant = previous.Tenant, SessionId = previous.SessionId, ClientId = context.ClientId }, cancellationToken);
        }
    }
}
