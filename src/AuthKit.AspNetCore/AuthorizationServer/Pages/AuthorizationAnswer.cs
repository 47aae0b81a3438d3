using AuthKit.AuthorizationServer.Requests;
using AuthKit.Pages;
using Microsoft.AspNetCore.Authentication;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>Answers an authorization request, which stands in the address of the page that it was sent to.</summary>
internal static class AuthorizationAnswer
{
    /// <param name="request">The request for a page.</param>
    /// <param name="asked">The authorization request's address.</param>
    /// <param name="decision">What the user said on the page of consent, if that is where they come from.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    public static async Task<PageReply> CreateAsync(PageRequest request, string asked, bool? decision, CancellationToken cancellationToken)
    {
        var parameters = AuthorizationQuery.Read(asked);
        var command = new Authorize(parameters, request.Browser)
        {
            Others = request.Accounts.Others,
            AccountChosen = BrowserPrincipal.IsChosenFor(request.Http.User, asked),
            JustSignedIn = BrowserPrincipal.IsFor(request.Http.User, asked),
            Decision = decision,
        };
        if (!(await request.RunAsync(OAuthFlows.Authorize, command, cancellationToken)).Succeeded(out var step, out var failure))
            return ErrorPage.Of(request, failure);
        switch (step)
        {
            case AccountMeant meant:
                // Whatever was decided, another account decided it; and what a client means, its user has not chosen.
                await request.ChooseAsync(meant.Browser, chosenFor: null, cancellationToken);
                return await CreateAsync(request, asked, decision: null, cancellationToken);
            case AccountChoiceWanted:
                return PageReply.See(SelectAccountPage.AddressOf(request, asked));
            case SignInWanted { CreatesAccount: true }:
                return PageReply.See(request.Addresses.Of(OAuthPages.SignUp, new KeyValuePair<string, string?>("return_url", asked)));
            case SignInWanted:
                return SignIn(request, asked);
            case ConsentWanted wanted:
                return ConsentForm.Show(request, wanted, asked);
        }

        if (!(await TellAsync(request, step, parameters.ClientId!, cancellationToken)).Succeeded(out var answer, out var untold))
            return ErrorPage.Of(request, untold);
        if (step is AuthorizationRefused { TellsUserFirst: true } refused)
            return ClientReply.AfterError(request, refused.Failure, answer);
        await ForgetAsync(request);
        return ClientReply.Of(request, answer);
    }

    /// <summary>To the sign-in page, AuthKit's or the host's, and then back.</summary>
    public static PageReply SignIn(PageRequest request, string returnUrl) => PageReply.See(SignInAddress(request, returnUrl));

    public static string SignInAddress(PageRequest request, string returnUrl) =>
        PageAddresses.Add(request.Options.SignInPage ?? request.Addresses.Of(OAuthPages.SignIn), new KeyValuePair<string, string?>("return_url", returnUrl));

    private static Task<Outcome<ClientAnswer>> TellAsync(PageRequest request, AuthorizationStep step, string clientId, CancellationToken cancellationToken) => step switch
    {
        AuthorizationGranted granted => ClientAnswer.CreateAsync(request, clientId, granted.ResponseMode, granted.RedirectUri, granted.State, [new("code", granted.Code), new("id_token", granted.IdToken)], cancellationToken),
        IdTokenGranted granted => ClientAnswer.CreateAsync(request, clientId, granted.ResponseMode, granted.RedirectUri, granted.State, [new("id_token", granted.IdToken)], cancellationToken),
        AuthorizationRefused refused => ClientAnswer.CreateAsync(request, clientId, refused.ResponseMode, refused.RedirectUri, refused.State, Error(request, refused.Failure), cancellationToken),
        _ => throw new InvalidOperationException($"There is no page for {step.GetType()}."),
    };

    private static KeyValuePair<string, string?>[] Error(PageRequest request, Failure failure) =>
        [new("error", failure.Fault.OAuthError), new("error_description", request.Contract.Phrases.Say(failure).Message)];

    // One sign-in, and one choice of an account, satisfies one request that wanted one.
    private static async Task ForgetAsync(PageRequest request)
    {
        if (BrowserPrincipal.IsForAny(request.Http.User))
            await request.Http.KeepAsync(request.Accounts);
    }
}
