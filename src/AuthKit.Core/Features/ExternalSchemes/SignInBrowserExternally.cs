using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Browsers;
using AuthKit.External;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>Signs a user in to the authorization server's own pages, by an identity at another provider.</summary>
/// <param name="Identity">Who it is: whoever runs this flow has had the provider's answer checked, in this very browser.</param>
public sealed record SignInBrowserExternally(ExternalIdentity Identity) : Command
{
    /// <inheritdoc cref="SignInBrowser.SignedIn"/>
    public IReadOnlyList<BrowserSession> SignedIn { get; init; } = [];
}

internal sealed class SignInBrowserExternallyFlow(IBrowserSignIns signIns, ExternalSignIns external) : IFlow<SignInBrowserExternally, BrowserSession>
{
    public async Task<Outcome<BrowserSession>> RunAsync(SignInBrowserExternally command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!ExternalAccounts.IsKeepable(command.Identity.Login))
            return Fault.InvalidExternalToken;
        if (!(await external.ProveAsync(command.Identity, context, cancellationToken)).Succeeded(out var proved, out var refused))
            return refused;
        await using var account = proved.Account;
        return await signIns.SignInAsync(proved, command.SignedIn, context, cancellationToken);
    }
}

public static partial class ExternalSchemeFlows
{
    /// <summary>Signs a user in to the authorization server's own pages, by an identity at another provider.</summary>
    public static Flow<SignInBrowserExternally, BrowserSession> SignInBrowser { get; } = Flow<SignInBrowserExternally, BrowserSession>.Of<SignInBrowserExternallyFlow>(
        takesCredentials: true, fails: [Fault.InvalidExternalToken, Fault.LinkRequired, Fault.EmailNotConfirmed, Fault.AccountDisabled, ExternalSchemeFaults.AddressMissing, Fault.SecondFactorRequired]);
}
