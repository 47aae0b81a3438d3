using AuthKit.AuthorizationServer.Pages;
using AuthKit.Pages;
using AuthKit.Pages.Design;
using AuthKit.Pages.Texts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.Features.MailedCodes;

/// <summary>
/// Where people ask for a code, enter it, and come to by the mailed link (<see cref="MailedCodeOptions.Url"/>, whose default this is).
/// Opening the link signs nobody in, because mail scanners open links; with another browser than the one that asked it only
/// shows the code.
/// </summary>
internal sealed class MailedCodePage() : Page(Address)
{
    public const string Address = "/mailed-code";

    private const string Again = "again";

    public override bool TakesCredentials => true;

    public override async Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (request.Options.SignInPage is { } own)
            return PageReply.See(PageAddresses.Add(own, new KeyValuePair<string, string?>("return_url", request.ReturnUrl)));
        var asked = AskedCodeCookie.Read(request.Http.Request);
        if (request.Query("code") is { } mailed && !request.IsPost)
            return asked?.Request == request.Query("request") && SignsIn(request) ? await OpenAsync(request, asked!, mailed, cancellationToken) : ShowElsewhere(request, mailed);
        // Where nobody signs in with a browser, there is nothing here but what mails lead to.
        if (!SignsIn(request))
            return ErrorPage.Of(request, new(Fault.NotFound));
        if (request.IsPost)
            return request["code"] is null && request["email"] is not null ? await AskAsync(request, cancellationToken) : await SignInAsync(request, asked, cancellationToken);
        return asked is null || request.Query(Again) is not null ? ShowAddress(request, null) : await ShowCodeAsync(request, null, mailed: null, cancellationToken);
    }

    private static bool SignsIn(PageRequest request) => request.Contract.Pages.Any(static page => page.Path == OAuthPages.SignIn);

    // The mail knows nothing of where the browser was going.
    private static async Task<PageReply> OpenAsync(PageRequest request, AskedCodeCookie asked, string mailed, CancellationToken cancellationToken) =>
        request.ReturnUrl is null && request.Addresses.Destination(asked.ReturnUrl) is { } next
            ? PageReply.See(request.Addresses.Of(Address, [new("request", asked.Request), new("code", mailed), new("return_url", next)]))
            : await ShowCodeAsync(request, null, mailed, cancellationToken);

    private static async Task<PageReply> AskAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (!(await request.RunAsync(MailedCodeFlows.Request, new(request["email"]), cancellationToken)).Succeeded(out var challenge, out var failure))
            return failure.Fault.Is(Fault.Invalid) ? ShowAddress(request, failure) : ErrorPage.Of(request, failure);
        new AskedCodeCookie(challenge.Challenge, request.ReturnUrl).Keep(request.Http, TimeSpan.FromSeconds(challenge.ExpiresIn));
        return PageReply.See(request.Addresses.Of(Address, Back(request)));
    }

    private static async Task<PageReply> SignInAsync(PageRequest request, AskedCodeCookie? asked, CancellationToken cancellationToken)
    {
        if (asked is null)
            return ShowAddress(request, null);
        await WaitingClient.HeedAsync(request, request.ReturnUrl, cancellationToken);
        var command = new SignInBrowserWithMailedCode(asked.Challenge, request["code"]) { SignedIn = request.Accounts.All };
        if (!(await request.RunAsync(MailedCodeFlows.SignInBrowser, command, cancellationToken)).Succeeded(out var browser, out var failure))
        {
            if (await SecondFactorPage.AfterAsync(request, failure, cancellationToken) is { } next)
                return next;
            return failure.Fault.Is(Fault.Invalid) || failure.Fault.Is(Fault.InvalidCredentials) ? await ShowCodeAsync(request, failure, mailed: null, cancellationToken) : ErrorPage.Of(request, failure);
        }

        AskedCodeCookie.Forget(request.Http);
        await request.Http.SignInBrowserAsync(browser, request.ReturnUrl);
        return PageReply.See(request.ReturnUrl ?? request.Addresses.Of(OAuthPages.SignIn));
    }

    private static PageReply ShowAddress(PageRequest request, Failure? failure)
    {
        var texts = request.Texts;
        TextField[] fields = [new("email", texts.Email) { Type = "email", AutoComplete = "email", Value = request["email"], Errors = FieldErrors.Of(failure, Field.Email, texts) }];
        var body = Html(
            $"""
            <p class="quiet">{texts.MailedCodeLead}</p>
            {Elements.Summary(texts.ErrorSummary, fields)}
            {Form(request, fields, texts.MailedCodeButton)}
            {Elements.Links(null, request.Addresses.Of(OAuthPages.SignIn, Back(request)), texts.SignInLink)}
            """);
        return Shown(texts, body, failure);
    }

    private static async Task<PageReply> ShowCodeAsync(PageRequest request, Failure? failure, string? mailed, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        TextField[] fields = [new("code", texts.MailedCode) { AutoComplete = "one-time-code", Value = mailed, Errors = FieldErrors.Of(failure, Field.Code, texts) }];
        var body = Html(
            $"""
            {(failure?.Fault.Is(Fault.InvalidCredentials) == true ? Elements.Alert(texts.MailedCodeInvalid) : Elements.Summary(texts.ErrorSummary, fields))}
            <p class="quiet">{texts.MailedCodeSentText}</p>
            {Form(request, fields, texts.SignInButton)}
            {Elements.Links(null, request.Addresses.Of(Address, [.. Back(request), new(Again, "yes")]), texts.MailedCodeAgain)}
            """);
        return Shown(texts, body, failure) with { LeadsTo = (await WaitingClient.FindAsync(request, cancellationToken))?.RedirectUri };
    }

    private static PageReply ShowElsewhere(PageRequest request, string code) => PageReply.Show(
        request.Texts.MailedCodeTitle,
        Html($"""<p>{request.Texts.MailedCodeElsewhere}</p>{Elements.Account(code.Length <= 6 ? code : "")}"""));

    private static Markup Form(PageRequest request, TextField[] fields, string button) => Html(
        $"""
        <form method="post" action="{request.Addresses.Of(Address)}">
        {request.Token()}{Elements.Hidden("return_url", request.ReturnUrl)}{Elements.Hidden("ui_locales", request.Locales)}
        {Elements.Fields(fields)}
        {Elements.Button(button)}
        </form>
        """);

    private static KeyValuePair<string, string?>[] Back(PageRequest request) => [new("return_url", request.ReturnUrl), new("ui_locales", request.Locales)];

    private static PageReply Shown(PageTexts texts, Markup body, Failure? failure) =>
        PageReply.Show(texts.MailedCodeTitle, body) with { Status = failure is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
}
