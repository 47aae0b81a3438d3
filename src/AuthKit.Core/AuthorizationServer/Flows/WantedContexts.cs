using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Sessions;
using AuthKit.SignIns;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer;

/// <summary>Whether somebody has signed in as strongly as a client wants (<c>acr_values</c>, OpenID Connect Core 1.0 §3.1.2.1 and §5.5.1.1), and whether they can.</summary>
internal sealed class WantedContexts(SecondFactorSet factors, Accounts accounts, IOptions<AuthKitOptions> options)
{
    /// <summary>Whether no sign-in will do but one by two factors.</summary>
    public bool WantsSecondFactor(AuthorizationRequest request)
    {
        var signIn = options.Value.SignIn;
        if (request.Claims?.EssentialContexts is { } essential)
            return essential.Contains(signIn.MultiFactorContext) && !essential.Contains(signIn.SingleFactorContext);
        // Of those that there are not, nothing is to be had (RFC 9470 §4); of the others the first is the dearest.
        return request.PreferredContexts.FirstOrDefault(context => context == signIn.MultiFactorContext || context == signIn.SingleFactorContext) == signIn.MultiFactorContext;
    }

    /// <summary>Why the client does not get its answer yet, or at all; null where it does.</summary>
    /// <param name="request">What the client asks.</param>
    /// <param name="browser">Who is signed in.</param>
    /// <param name="session">Their session.</param>
    /// <param name="justSignedIn">Whether they have signed in for this very request, so that it need not ask for that again.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns><see cref="Fault.LoginRequired"/> where they can sign in more strongly, <see cref="Fault.UnmetAuthenticationRequirements"/> where they cannot and the client cannot do without.</returns>
    public async Task<Fault?> ObjectionAsync(AuthorizationRequest request, BrowserSession browser, Session session, bool justSignedIn, CancellationToken cancellationToken)
    {
        var essential = request.Claims?.EssentialContexts;
        var (wants, has) = (WantsSecondFactor(request), options.Value.SignIn.ContextOf(SessionDetails.Of(session).Methods));
        if (essential is null ? !wants || has == options.Value.SignIn.MultiFactorContext : essential.Contains(has))
            return null;
        if (wants && !justSignedIn && await CanAsync(browser, cancellationToken))
            return Fault.LoginRequired;
        return essential is null ? null : Fault.UnmetAuthenticationRequirements;
    }

    private async Task<bool> CanAsync(BrowserSession browser, CancellationToken cancellationToken)
    {
        if (factors.IsEmpty)
            return false;
        await using var account = await accounts.FindAsync(browser.Tenant, browser.UserId, cancellationToken);
        return account is not null && (await factors.OfAsync(account, cancellationToken)).Length > 0;
    }
}
