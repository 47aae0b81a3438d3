using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Logouts;
using AuthKit.Events;
using AuthKit.Tokens;
using AuthKit.Users;
using AuthKit.Users.Attempts;

namespace AuthKit.AuthorizationServer;

/// <summary>Signs a user in to the authorization server's own pages.</summary>
/// <param name="Identifier">An e-mail address or a user name.</param>
/// <param name="Password">The password.</param>
public sealed record SignInBrowser(string? Identifier, string? Password) : Command
{
    /// <summary>
    /// The accounts that the browser is signed in to already, the one last used first: the same account's session ends, and of others those that
    /// are more than <see cref="OAuthOptions.MaxAccountsPerBrowser"/> allows beside the new one.
    /// </summary>
    public IReadOnlyList<BrowserSession> SignedIn { get; init; } = [];
}

internal sealed class SignInBrowserFlow(PasswordSignIn signIn, KnownDevices devices, BrowserSessions browsers, ClientLogouts logouts, Subjects subjects, IEvents events) : IFlow<SignInBrowser, BrowserSession>
{
    public async Task<Outcome<BrowserSession>> RunAsync(SignInBrowser command, FlowContext context, CancellationToken cancellationToken)
    {
        BrokenRule[] missing = [.. Missing(command)];
        if (missing.Length > 0)
            return new Failure(Fault.Invalid, missing);
        if (!(await signIn.SignInAsync(command.Identifier!, command.Password!, context.TenantHint, context.Device, cancellationToken)).Succeeded(out var signedIn, out var failure))
        {
            await events.RaiseFailureAsync(context, failure, sessionId: null, cancellationToken);
            return failure;
        }

        await using var account = signedIn.Account;
        var started = await browsers.StartAsync(account, context.ClientId, cancellationToken);
        var browser = started with { Subject = await subjects.OfAsync(started.UserId, started.Tenant, client: null, cancellationToken) };
        await events.RaiseAsync(context, new SignedIn(signedIn.KnownDevice) { UserId = account.User.Id, Tenant = account.Tenant, SessionId = browser.SessionId, ClientId = context.ClientId }, cancellationToken);
        foreach (var previous in browsers.ReplacedBy(browser, command.SignedIn))
        {
            // Whoever signs in anew is not signed out of what they use; whoever makes room is.
            if (previous.IsSameAccount(browser))
                await logouts.AdoptAsync(previous, browser, cancellationToken);
            else
                await logouts.EndAsync(previous, context, cancellationToken);
            await browsers.EndAsync(previous, cancellationToken);
            await events.RaiseAsync(context, new SessionEnded(SessionEndings.Replaced) { UserId = previous.UserId, Tenant = previous.Tenant, SessionId = previous.SessionId, ClientId = context.ClientId }, cancellationToken);
        }

        return await devices.IsOfAsync(context.Device, account.Tenant, account.User.Id, cancellationToken)
            ? browser
            : browser with { DeviceToken = await devices.IssueAsync(account.Tenant, account.User.Id, cancellationToken) };
    }

    private static IEnumerable<BrokenRule> Missing(SignInBrowser command)
    {
        if (string.IsNullOrEmpty(command.Identifier))
            yield return new(Field.Identifier, Rule.Required);
        if (string.IsNullOrEmpty(command.Password))
            yield return new(Field.Password, Rule.Required);
    }
}

public static partial class OAuthFlows
{
    /// <summary>Signs a user in to the authorization server's own pages.</summary>
    public static Flow<SignInBrowser, BrowserSession> SignInBrowser { get; } = Flow<SignInBrowser, BrowserSession>.Of<SignInBrowserFlow>(takesCredentials: true);
}
