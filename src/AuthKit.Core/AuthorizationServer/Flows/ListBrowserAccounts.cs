using AuthKit.AuthorizationServer.Browsers;

namespace AuthKit.AuthorizationServer;

/// <summary>Reads the accounts that a browser is signed in to.</summary>
/// <param name="Browsers">Its sessions, as its cookie has them.</param>
public sealed record ListBrowserAccounts(IReadOnlyList<BrowserSession> Browsers) : Command;

/// <summary>The accounts whose sessions still stand, in the order of the cookie.</summary>
/// <param name="All">The accounts.</param>
public sealed record SignedInAccounts(IReadOnlyList<BrowserAccount> All);

internal sealed class ListBrowserAccountsFlow(BrowserAccounts accounts) : IFlow<ListBrowserAccounts, SignedInAccounts>
{
    public async Task<Outcome<SignedInAccounts>> RunAsync(ListBrowserAccounts command, FlowContext context, CancellationToken cancellationToken) =>
        new SignedInAccounts(await accounts.ListAsync(command.Browsers, cancellationToken));
}

public static partial class OAuthFlows
{
    /// <summary>Tells which accounts a browser is signed in to.</summary>
    public static Flow<ListBrowserAccounts, SignedInAccounts> ListBrowserAccounts { get; } = Flow<ListBrowserAccounts, SignedInAccounts>.Of<ListBrowserAccountsFlow>();
}
