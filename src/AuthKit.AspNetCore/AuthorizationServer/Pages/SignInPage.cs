using AuthKit.AuthorizationServer.Browsers;
using AuthKit.Features;
using AuthKit.Features.AccountPage;
using AuthKit.Features.EmailConfirmation;
using AuthKit.Pages;
using AuthKit.Pages.Design;
using AuthKit.Pages.Passwords;
using AuthKit.Pages.Texts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>Where people sign in.</summary>
internal sealed class SignInPage() : Page(OAuthPages.SignIn)
{
    public override bool TakesCredentials => true;

    public override async Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (request.Options.SignInPage is { } own)
            return PageReply.See(PageAddresses.Add(own, new KeyValuePair<string, string?>("return_url", request.ReturnUrl)));
        if (request.IsPost)
            return await SignInAsync(request, cancellationToken);
        if (request.ReturnUrl is null && (await request.RunAsync(OAuthFlows.GetBrowserUser, new(request.Browser), cancellationToken)).Succeeded(out var user, out _))
            return SignedIn(request, user.Email);
        return await ShowAsync(request, null, cancellationToken);
    }

    private static async Task<PageReply> SignInAsync(PageRequest request, CancellationToken cancellationToken)
    {
        await WaitingClient.HeedAsync(request, request.ReturnUrl, cancellationToken);
        if (KeyForm.Read(request) is { } credential && request.Http.RequestServices.GetService<IPasskeyPrompts>() is { } passkeys)
            return await GoOnAsync(request, await passkeys.SignInAsync(credential, request.BrowserToken, request.Accounts.All, request.Context, cancellationToken), cancellationToken);
        // The name alone is asked for nothing but a page: nobody is looked for.
        if (SignInForm.AsksForNameAlone(request))
            return await ShowAsync(request, request["identifier"] is null ? Failure.Of(Field.Identifier, Rule.Required) : null, cancellationToken);
        var command = new SignInBrowser(request["identifier"], request["password"]) { SignedIn = request.Accounts.All };
        return await GoOnAsync(request, await request.RunAsync(OAuthFlows.SignInBrowser, command, cancellationToken), cancellationToken);
    }

    private static async Task<PageReply> GoOnAsync(PageRequest request, Outcome<BrowserSession> signingIn, CancellationToken cancellationToken)
    {
        if (!signingIn.Succeeded(out var browser, out var failure))
        {
            if (await SecondFactorPage.AfterAsync(request, failure, cancellationToken) is { } next)
                return next;
            return failure.Fault.Is(Fault.Invalid) || failure.Fault.Is(Fault.InvalidCredentials) || failure.Fault.Is(Fault.EmailNotConfirmed) || failure.Fault.Is(Fault.AccountDisabled) ? await ShowAsync(request, failure, cancellationToken) : ErrorPage.Of(request, failure);
        }

        await request.Http.SignInBrowserAsync(browser, request.ReturnUrl);
        return PageReply.See(request.ReturnUrl ?? request.Addresses.Of(OAuthPages.SignIn));
    }

    private static async Task<PageReply> ShowAsync(PageRequest request, Failure? failure, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var waiting = await WaitingClient.FindAsync(request, cancellationToken);
        var form = SignInForm.Of(request, failure, waiting?.LoginHint);
        var passkey = await PasskeyAsync(request, cancellationToken);
        var back = new KeyValuePair<string, string?>("return_url", request.ReturnUrl);
        var body = Html(
            $"""
            {(waiting?.Name is { } client ? Html($"""<p class="quiet">{texts.SignInLead.With("client", client)}</p>""") : Empty)}
            {(failure is null || failure.Fault.Is(Fault.Invalid) ? Elements.Summary(texts.ErrorSummary, form.Fields) : Elements.Alert(Refused(request, failure.Fault)))}
            {form.Write(request)}
            {passkey}
            {Ways(request, back)}
            {(failure?.Fault == Fault.EmailNotConfirmed ? Elements.Links(null, request.Addresses.Of(ConfirmEmailPage.Address, new KeyValuePair<string, string?>("ui_locales", request.Locales)), texts.ConfirmEmailLink) : Empty)}
            {(form.AsksForPassword ? Elements.Links(null, request.Addresses.Of(PasswordPages.Forgot, new KeyValuePair<string, string?>("ui_locales", request.Locales)), texts.ForgotPasswordLink) : Empty)}
            {Elements.Links(texts.SignUpQuestion, request.Addresses.Of(OAuthPages.SignUp, back), texts.SignUpLink)}
            """);
        return PageReply.Show(texts.SignInTitle, body) with
        {
            Status = failure is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            LeadsTo = waiting?.RedirectUri,
            AsksForKey = passkey is not null,
        };
    }

    private static string Refused(PageRequest request, Fault fault) => !fault.Is(Fault.InvalidCredentials) ? request.Texts.Of(fault)
        : KeyForm.Read(request) is null ? request.Texts.WrongCredentials
        : request.Texts.PasskeyRefused;

    /// <summary>The way in by a key of the browser's, where a feature offers it and it can be had now.</summary>
    private static async Task<Markup?> PasskeyAsync(PageRequest request, CancellationToken cancellationToken) =>
        request.Http.RequestServices.GetService<IPasskeyPrompts>() is { } passkeys
        && (await passkeys.BeginAsync(request.BrowserToken, request.Context, cancellationToken)).Succeeded(out var options, out _)
            ? KeyForm.Of(request, OAuthPages.SignIn, options, request.Texts.PasskeyButton, offers: true, Elements.Hidden("return_url", request.ReturnUrl))
            : null;

    /// <summary>The other ways in that features offer.</summary>
    private static IEnumerable<Markup> Ways(PageRequest request, KeyValuePair<string, string?> back) =>
        from feature in request.Http.RequestServices.GetServices<Feature>()
        from way in feature.WaysIn
        select Elements.Links(null, request.Addresses.Of(way.Path, back), way.Label(request.Texts));

    private static PageReply SignedIn(PageRequest request, string email) => PageReply.Show(
        request.Texts.SignedInTitle,
        Html(
            $"""
            {Elements.Account(request.Texts.SignedInAs.With("account", email))}
            {(HasAccountPage(request) ? Elements.Links(null, MyAccountPage.AddressOf(request), request.Texts.MyAccountTitle) : Empty)}
            {Elements.Links(null, SelectAccountPage.AddressOf(request, returnUrl: null), request.Texts.OtherAccount)}
            {Elements.Links(null, request.Addresses.Of(OAuthPages.Logout), request.Texts.SignOutButton)}
            """));

    private static bool HasAccountPage(PageRequest request) => request.Http.RequestServices.GetServices<Feature>().Any(static feature => feature is AccountPageFeature);
}
