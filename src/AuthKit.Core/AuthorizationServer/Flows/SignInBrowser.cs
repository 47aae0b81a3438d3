using AuthKit.AuthorizationServer.Browsers;
using AuthKit.Events;
using AuthKit.Sessions;
using AuthKit.SignIns;
using AuthKit.Users;

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

internal sealed class SignInBrowserFlow(PasswordSignIn signIn, BrowserSignIns signIns, IEvents events) : IFlow<SignInBrowser, BrowserSession>
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
        var proved = new ProvedSignIn(account, AuthenticationMethods.PasswordAlone) { KnownDevice = signedIn.KnownDevice };
        return await signIns.SignInAsync(proved, command.SignedIn, context, cancellationToken);
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
    public static Flow<SignInBrowser, BrowserSession> SignInBrowser { get; } = Flow<SignInBrowser, BrowserSession>.Of<SignInBrowserFlow>(takesCredentials: true, fails: [Fault.InvalidCredentials, Fault.EmailNotConfirmed, Fault.AccountDisabled, Fault.SecondFactorRequired, Fault.Busy]);
}
