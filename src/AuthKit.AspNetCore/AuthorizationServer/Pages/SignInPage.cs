using AuthKit.Features;
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
        var command = new SignInBrowser(request["identifier"], request["password"]) { SignedIn = request.Accounts.All };
        if (!(await request.RunAsync(OAuthFlows.SignInBrowser, command, cancellationToken)).Succeeded(out var browser, out var failure))
            return failure.Fault.Is(Fault.Invalid) || failure.Fault.Is(Fault.InvalidCredentials) ? await ShowAsync(request, failure, cancellationToken) : ErrorPage.Of(request, failure);
        await request.Http.SignInBrowserAsync(browser, request.ReturnUrl);
        return PageReply.See(request.ReturnUrl ?? request.Addresses.Of(OAuthPages.SignIn));
    }

    private static async Task<PageReply> ShowAsync(PageRequest request, Failure? failure, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var waiting = await WaitingClient.FindAsync(request, cancellationToken);
        var fields = Fields(request, failure, waiting?.LoginHint);
        var back = new KeyValuePair<string, string?>("return_url", request.ReturnUrl);
        var body = Html(
            $"""
            {(waiting?.Name is { } client ? Html($"""<p class="quiet">{texts.SignInLead.With("client", client)}</p>""") : Empty)}
            {(failure?.Fault == Fault.InvalidCredentials ? Elements.Alert(texts.WrongCredentials) : Elements.Summary(texts.ErrorSummary, fields))}
            <form method="post" action="{request.Addresses.Of(OAuthPages.SignIn)}">
            {request.Token()}{Elements.Hidden("return_url", request.ReturnUrl)}
            {Elements.Fields(fields)}
            {Elements.Button(texts.SignInButton)}
            </form>
            {Ways(request, back)}
            {Elements.Links(null, request.Addresses.Of(PasswordPages.Forgot, new KeyValuePair<string, string?>("ui_locales", request.Locales)), texts.ForgotPasswordLink)}
            {Elements.Links(texts.SignUpQuestion, request.Addresses.Of(OAuthPages.SignUp, back), texts.SignUpLink)}
            """);
        return PageReply.Show(texts.SignInTitle, body) with
        {
            Status = failure is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            LeadsTo = waiting?.RedirectUri,
        };
    }

    /// <summary>The other ways in that features offer.</summary>
    private static IEnumerable<Markup> Ways(PageRequest request, KeyValuePair<string, string?> back) =>
        from feature in request.Http.RequestServices.GetServices<Feature>()
        from way in feature.WaysIn
        select Elements.Links(null, request.Addresses.Of(way.Path, back), way.Label(request.Texts));

    private static TextField[] Fields(PageRequest request, Failure? failure, string? loginHint)
    {
        return
        [
            new("identifier", request.Texts.Identifier)
            {
                AutoComplete = "username",
                Value = request["identifier"] ?? loginHint,
                Errors = FieldErrors.Of(failure, Field.Identifier, request.Texts),
            },
            new("password", request.Texts.Password)
            {
                Type = "password",
                AutoComplete = "current-password",
                Errors = FieldErrors.Of(failure, Field.Password, request.Texts),
            },
        ];
    }

    private static PageReply SignedIn(PageRequest request, string email) => PageReply.Show(
        request.Texts.SignedInTitle,
        Html(
            $"""
            {Elements.Account(request.Texts.SignedInAs.With("account", email))}
            {Elements.Links(null, SelectAccountPage.AddressOf(request, returnUrl: null), request.Texts.OtherAccount)}
            {Elements.Links(null, request.Addresses.Of(OAuthPages.Logout), request.Texts.SignOutButton)}
            """));
}
