using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Browsers;

namespace AuthKit.Features.MailedCodes;

/// <summary>Signs a user in to the authorization server's own pages, with a mailed code.</summary>
/// <param name="Challenge">What the browser that asked for the code was answered with.</param>
/// <param name="Code">The code, as it was typed or came with the link.</param>
public sealed record SignInBrowserWithMailedCode(string? Challenge, string? Code) : Command
{
    /// <inheritdoc cref="SignInBrowser.SignedIn"/>
    public IReadOnlyList<BrowserSession> SignedIn { get; init; } = [];
}

internal sealed class SignInBrowserWithMailedCodeFlow(MailedCodeRedemption redemption, IBrowserSignIns signIns) : IFlow<SignInBrowserWithMailedCode, BrowserSession>
{
    public async Task<Outcome<BrowserSession>> RunAsync(SignInBrowserWithMailedCode command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await redemption.RedeemAsync(command.Challenge, command.Code, context, cancellationToken)).Succeeded(out var proved, out var failure))
            return failure;
        await using var account = proved.Account;
        return await signIns.SignInAsync(proved, command.SignedIn, context, cancellationToken);
    }
}

public static partial class MailedCodeFlows
{
    /// <summary>Signs a user in to the authorization server's own pages, with a mailed code.</summary>
    public static Flow<SignInBrowserWithMailedCode, BrowserSession> SignInBrowser { get; } =
        Flow<SignInBrowserWithMailedCode, BrowserSession>.Of<SignInBrowserWithMailedCodeFlow>(takesCredentials: true, fails: [MailedCodeFaults.InvalidCode, Fault.AccountDisabled, Fault.SecondFactorRequired]);
}
