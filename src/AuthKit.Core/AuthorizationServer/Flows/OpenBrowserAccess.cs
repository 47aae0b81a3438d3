using System.Security.Cryptography;
using AuthKit.AuthorizationServer.Browsers;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.AuthorizationServer;

/// <summary>Has pages run, for whoever is signed in with a browser, the flows that take an access token. The session is looked at past any cache.</summary>
/// <param name="Browser">Who is signed in with the browser, as its cookie has it, if anybody.</param>
public sealed record OpenBrowserAccess(BrowserSession? Browser) : Command;

/// <summary>What stands for an access token while one request is answered: it never leaves the process, and nothing else takes it for one.</summary>
/// <param name="AccessToken">What commands are given.</param>
/// <param name="Authenticated">What <see cref="FlowContext.Authenticated"/> has to be beside it.</param>
/// <param name="User">The account.</param>
public sealed record BrowserAccess(string AccessToken, AuthenticatedToken Authenticated, User User)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(BrowserAccess);
}

internal sealed class OpenBrowserAccessFlow(BrowserSessions browsers, UserDatabases databases, ITokenAudiences audiences) : IFlow<OpenBrowserAccess, BrowserAccess>
{
    public async Task<Outcome<BrowserAccess>> RunAsync(OpenBrowserAccess command, FlowContext context, CancellationToken cancellationToken)
    {
        if (command.Browser is not { } browser || await browsers.FindAsync(browser, cancellationToken) is not { } session)
            return Fault.LoginRequired;
        await using var database = await databases.OfAsync(browser.Tenant, cancellationToken);
        if (await database.Users.FindByIdAsync(browser.UserId, cancellationToken) is not { } user)
            return Fault.LoginRequired;
        var caller = new Caller(user.Id, session.Id, session.ClientId, session.Scope, browser.Tenant, session.ExpiresAt)
        {
            Subject = browser.Subject,
            AccountSubject = browser.Subject,
            Audience = audiences.Host,
            AuthenticatedAt = session.AuthenticatedAt ?? session.CreatedAt,
        };
        var token = RandomNumberGenerator.GetHexString(32);
        return new BrowserAccess(token, new(token, caller), user);
    }
}

public static partial class OAuthFlows
{
    /// <summary>Has pages run flows for whoever is signed in with a browser.</summary>
    public static Flow<OpenBrowserAccess, BrowserAccess> OpenBrowserAccess { get; } = Flow<OpenBrowserAccess, BrowserAccess>.Of<OpenBrowserAccessFlow>(fails: [Fault.LoginRequired]);
}
