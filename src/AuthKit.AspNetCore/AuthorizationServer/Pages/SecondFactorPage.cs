using System.Text.Json;
using AuthKit.Pages;
using AuthKit.Pages.Design;
using AuthKit.SignIns;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>Where a sign-in goes on that waits for its second factor. The challenge travels in the form alone, never in an address.</summary>
internal sealed class SecondFactorPage() : Page(OAuthPages.SecondFactor)
{
    private const string Challenge = "challenge", Offered = "methods", Method = "method", Other = "other", Code = "code", TrustDevice = "trust_device";

    public override bool TakesCredentials => true;

    public override async Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (!request.IsPost || request[Challenge] is not { } challenge || request[Offered]?.Split(' ') is not { Length: > 0 } methods)
            return PageReply.See(request.Addresses.Of(OAuthPages.SignIn, new KeyValuePair<string, string?>("return_url", request.ReturnUrl)));
        if (request[Other] is { } other)
            return await ShowAsync(request, new(challenge, methods, other), null, cancellationToken);
        var step = new Step(challenge, methods, request[Method] ?? methods[0]);
        var command = new CompleteBrowserSignIn(challenge, step.Shown, request[Code])
        {
            Credential = KeyForm.Read(request),
            TrustDevice = request[TrustDevice] is not null,
            SignedIn = request.Accounts.All,
        };
        if (!(await request.RunAsync(OAuthFlows.CompleteBrowserSignIn, command, cancellationToken)).Succeeded(out var browser, out var failure))
            return await RefuseAsync(request, step, failure, cancellationToken);
        await request.Http.SignInBrowserAsync(browser, request.ReturnUrl);
        return PageReply.See(request.ReturnUrl ?? request.Addresses.Of(OAuthPages.SignIn));
    }

    /// <summary>The page in answer to a sign-in that fails with <see cref="Fault.SecondFactorRequired"/>; null where it failed with something else.</summary>
    public static async Task<PageReply?> AfterAsync(PageRequest request, Failure failure, CancellationToken cancellationToken) =>
        failure.Detail is SecondFactorChallenge { Methods.Count: > 0 } asked
            ? await ShowAsync(request, new(asked.Challenge, [.. asked.Methods], asked.Methods[0]), null, cancellationToken)
            : null;

    private static async Task<PageReply> RefuseAsync(PageRequest request, Step step, Failure failure, CancellationToken cancellationToken) => failure.Fault switch
    {
        var fault when fault.Is(Fault.Invalid) || fault.Is(Fault.InvalidSecondFactor) => await ShowAsync(request, step, failure, cancellationToken),
        var fault when fault.Is(Fault.InvalidChallenge) => StartOver(request),
        _ => ErrorPage.Of(request, failure),
    };

    private static async Task<PageReply> ShowAsync(PageRequest request, Step step, Failure? failure, CancellationToken cancellationToken)
    {
        JsonElement? key = null;
        if (step.IsPrepared)
        {
            if (!(await request.RunAsync(OAuthFlows.BeginBrowserSecondFactor, new(step.Challenge, step.Shown), cancellationToken)).Succeeded(out var prompt, out var refused))
                return refused.Fault.Is(Fault.InvalidChallenge) || refused.Fault.Is(Fault.Invalid) ? StartOver(request) : ErrorPage.Of(request, refused);
            key = prompt.Options;
        }

        var texts = request.Texts;
        var carried = Html($"{Elements.Hidden("return_url", request.ReturnUrl)}{Elements.Hidden(Challenge, step.Challenge)}{Elements.Hidden(Offered, string.Join(' ', step.Methods))}");
        var body = Html(
            $"""
            <p class="quiet">{texts.OfSecondFactor(step.Shown).Lead}</p>
            {(failure is null ? Empty : Elements.Alert(texts.SecondFactorWrong))}
            {(key is { } options ? KeyForm.Of(request, OAuthPages.SecondFactor, options, texts.OfSecondFactor(step.Shown).Label, offers: false, Html($"{carried}{Elements.Hidden(Method, step.Shown)}")) : CodeForm(request, step, carried))}
            {step.Methods.Where(method => method != step.Shown).Select(method => OtherForm(request, carried, method))}
            """);
        return PageReply.Show(texts.SecondFactorTitle, body) with
        {
            Status = failure is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            AsksForKey = key is not null,
            LeadsTo = (await WaitingClient.FindAsync(request, cancellationToken))?.RedirectUri,
        };
    }

    private static Markup CodeForm(PageRequest request, Step step, Markup carried)
    {
        var texts = request.Texts;
        var field = new TextField(Code, texts.OfSecondFactor(step.Shown).Label) { AutoComplete = "one-time-code", Class = "code" };
        return Html(
            $"""
            <form method="post" action="{request.Addresses.Of(OAuthPages.SecondFactor)}">
            {request.Token()}{carried}{Elements.Hidden(Method, step.Shown)}
            {Elements.Fields([field])}
            {(request.Http.RequestServices.GetService<ITrustedDevices>() is null ? Empty : Html($"""<p class="choice"><input id="{TrustDevice}" name="{TrustDevice}" type="checkbox" value="yes"><label for="{TrustDevice}">{texts.TrustDevice}</label></p>"""))}
            {Elements.Button(texts.SecondFactorButton)}
            </form>
            """);
    }

    private static Markup OtherForm(PageRequest request, Markup carried, string method) => Html(
        $"""
        <form method="post" action="{request.Addresses.Of(OAuthPages.SecondFactor)}">
        {request.Token()}{carried}
        <div class="buttons"><button class="second" name="{Other}" value="{method}">{request.Texts.OfSecondFactor(method).Choice}</button></div>
        </form>
        """);

    private static PageReply StartOver(PageRequest request)
    {
        var again = request.Addresses.Of(OAuthPages.SignIn, new KeyValuePair<string, string?>("return_url", request.ReturnUrl));
        var body = Html($"<p>{request.Texts.SecondFactorExpired}</p>{Elements.Links(null, again, request.Texts.StartOverLink)}");
        return PageReply.Show(request.Texts.SignInTitle, body) with { Status = StatusCodes.Status400BadRequest };
    }

    /// <param name="Challenge">The challenge.</param>
    /// <param name="Methods">The factors that may be proved.</param>
    /// <param name="Shown">The one that the page asks for.</param>
    private sealed record Step(string Challenge, IReadOnlyList<string> Methods, string Shown)
    {
        /// <summary>Whether the proof has to be prepared: codes of an authenticator and those on paper are there already.</summary>
        public bool IsPrepared => Shown is not ("totp" or "recovery_code");
    }
}
