using AuthKit.AuthorizationServer.Browsers;
using AuthKit.Tenants;
using AuthKit.Users;

namespace AuthKit.AuthorizationServer;

/// <summary>Reads the account that is signed in with a browser.</summary>
/// <param name="Browser">Who is signed in with the browser, if anybody.</param>
public sealed record GetBrowserUser(BrowserSession? Browser) : Command;

internal sealed class GetBrowserUserFlow(BrowserSessions browsers, UserDatabases databases) : IFlow<GetBrowserUser, User>
{
    public async Task<Outcome<User>> RunAsync(GetBrowserUser command, FlowContext context, CancellationToken cancellationToken)
    {
        if (command.Browser is not { } browser || !await browsers.IsAliveAsync(browser, cancellationToken))
            return Fault.LoginRequired;
        await using var database = await databases.OfAsync(browser.Tenant, cancellationToken);
        return await database.Users.FindByIdAsync(browser.UserId, cancellationToken) is { } user ? user : Fault.LoginRequired;
    }
}

public static partial class OAuthFlows
{
    /// <summary>Tells who is signed in with a browser.</summary>
    public static Flow<GetBrowserUser, User> GetBrowserUser { get; } = Flow<GetBrowserUser, User>.Of<GetBrowserUserFlow>();
}
