using AuthKit.Pages;
using AuthKit.Pages.Design;
using AuthKit.Pages.Texts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>Where people make an account, with which they are signed in at once.</summary>
internal sealed class SignUpPage() : Page(OAuthPages.SignUp)
{
    private const string Sent = "sent";

    public override bool TakesCredentials => true;

    public override async Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (request.Options.SignInPage is { } own)
            return PageReply.See(PageAddresses.Add(own, new KeyValuePair<string, string?>("return_url", request.ReturnUrl)));
        if (!request.IsPost && request.Query(Sent) is not null)
            return PageReply.Show(request.Texts.SignUpSentTitle, Html($"<p>{request.Texts.SignUpSentText}</p>"));
        return request.IsPost ? await SignUpAsync(request, cancellationToken) : await ShowAsync(request, null, cancellationToken);
    }

    private static async Task<PageReply> SignUpAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var (email, password) = (request["email"], request["password"]);
        var command = new Register(email, password)
        {
            UserName = request["username"],
            Profile = new() { GivenName = request["given_name"], FamilyName = request["family_name"] },
        };
        var registered = (await request.RunAsync(Flows.Register, command, cancellationToken)).Succeeded(out _, out var failure);
        if (!registered && !IsTaken(failure!))
            return failure!.Fault.Is(Fault.Invalid) || IsOfHost(failure) ? await ShowAsync(request, failure, cancellationToken) : ErrorPage.Of(request, failure);
        // Whoever has to confirm the address signs in after that; and whether there was an account before is not to be seen.
        if (registered && request.AuthKit.Accounts.RequireConfirmedEmail)
            return PageReply.See(request.Addresses.Of(OAuthPages.SignUp, [new(Sent, "yes"), new("ui_locales", request.Locales)]));
        // A form that was sent twice has made the account; whose it is, the password says, as it does for signing in.
        if (!(await request.RunAsync(OAuthFlows.SignInBrowser, new(email, password) { SignedIn = request.Accounts.All }, cancellationToken)).Succeeded(out var browser, out var refusal))
            return registered || !refusal.Fault.Is(Fault.InvalidCredentials) ? ErrorPage.Of(request, refusal) : await ShowAsync(request, failure, cancellationToken);
        await request.Http.SignInBrowserAsync(browser, request.ReturnUrl);
        return PageReply.See(request.ReturnUrl ?? request.Addresses.Of(OAuthPages.SignIn));
    }

    // What the host refuses by a hook, in its own words, may be another matter with another address.
    private static bool IsOfHost(Failure failure) => failure.Fault.Like is not null;

    private static bool IsTaken(Failure failure) => failure.BrokenRules is [_, ..] broken && broken.All(static each => each.Rule == Rule.Taken);

    private static async Task<PageReply> ShowAsync(PageRequest request, Failure? failure, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var waiting = await WaitingClient.FindAsync(request, cancellationToken);
        var fields = SignUpFields.Of(request, failure, waiting?.LoginHint);
        var back = new KeyValuePair<string, string?>("return_url", request.ReturnUrl);
        var body = Html(
            $"""
            {(waiting?.Name is { } client ? Html($"""<p class="quiet">{texts.SignInLead.With("client", client)}</p>""") : Empty)}
            {(failure is null || fields.Any(static field => field.Errors.Count > 0) ? Elements.Summary(texts.ErrorSummary, fields) : Elements.Alert(request.Contract.Phrases.Say(failure).Message ?? ""))}
            <form method="post" action="{request.Addresses.Of(OAuthPages.SignUp)}">
            {request.Token()}{Elements.Hidden("return_url", request.ReturnUrl)}
            {Elements.Fields(fields)}
            {Elements.Button(texts.SignUpButton)}
            </form>
            {Elements.Links(texts.SignInQuestion, request.Addresses.Of(OAuthPages.SignIn, back), texts.SignInLink)}
            """);
        return PageReply.Show(texts.SignUpTitle, body) with
        {
            Status = failure is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            LeadsTo = waiting?.RedirectUri,
        };
    }
}
