using System.Text.Json;
using AuthKit.AuthorizationServer.Pages;
using AuthKit.Pages;
using AuthKit.Pages.Design;
using AuthKit.Pages.Parts;
using AuthKit.Pages.Texts;
using AuthKit.SignIns;
using Microsoft.AspNetCore.Http;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.Features.AccountPage;

/// <summary>
/// Asks owners to prove again who they are before something is done that wants it. What they had asked for travels along in the form, and is done once the
/// proof is there.
/// </summary>
internal static class ProofForm
{
    private const string Prefix = "proof_";
    private const string Offered = Prefix + "methods", Method = Prefix + "method", Other = Prefix + "other", Challenge = Prefix + "challenge";
    private const string Password = Prefix + "password", Code = Prefix + "code";

    // Of the page's own, which every form has.
    private static readonly string[] OfPage = ["__RequestVerificationToken", "ui_locales", KeyButton.Credential];

    /// <summary>The form, for an action that wants a proof.</summary>
    public static Task<PageReply> AskAsync(AccountPart part, PartRequest asked, Failure failure, CancellationToken cancellationToken)
    {
        var methods = failure.Detail is WantedProof wanted ? wanted.Methods : [];
        return methods.Count == 0 ? Task.FromResult(SignInAgain(part, asked.Page)) : ShowAsync(part, asked, new(methods, methods[0]), null, cancellationToken);
    }

    /// <summary>What comes of a form that has a proof in it; null where there is none, or where it was right and the action goes on.</summary>
    public static async Task<PageReply?> AnswerAsync(AccountPart part, PartRequest asked, CancellationToken cancellationToken)
    {
        if (asked[Offered]?.Split(' ') is not { Length: > 0 } methods)
            return null;
        if (asked[Other] is { } other)
            return await ShowAsync(part, asked, new(methods, other), null, cancellationToken);
        var step = new Step(methods, asked[Method] ?? methods[0]);
        var command = new ProveIdentity(asked.AccessToken, asked[Password]);
        if (!step.IsPassword)
            command = command with { Challenge = asked[Challenge], Method = step.Shown, Code = asked[Code], Credential = asked.Credential };
        if ((await asked.RunAsync(Flows.ProveIdentity, command, cancellationToken)).Succeeded(out _, out var failure))
            return null;
        return failure.Fault switch
        {
            var fault when fault.Is(Fault.Invalid) || fault.Is(Fault.WrongPassword) || fault.Is(Fault.InvalidSecondFactor) => await ShowAsync(part, asked, step, failure, cancellationToken),
            // The challenge is used up or too old: another one.
            var fault when fault.Is(Fault.InvalidChallenge) => await ShowAsync(part, asked, step with { IsNew = true }, failure, cancellationToken),
            _ => ErrorPage.Of(asked.Page, failure),
        };
    }

    private static async Task<PageReply> ShowAsync(AccountPart part, PartRequest asked, Step step, Failure? failure, CancellationToken cancellationToken)
    {
        var (request, texts) = (asked.Page, asked.Texts);
        var challenge = step.IsNew || step.IsKey || failure is null ? null : asked[Challenge];
        JsonElement? key = null;
        if (!step.IsPassword && challenge is null)
        {
            if (!(await asked.RunAsync(Flows.BeginProof, new(asked.AccessToken, step.Shown), cancellationToken)).Succeeded(out var prompt, out var refused))
                return ErrorPage.Of(request, refused);
            (challenge, key) = (prompt.Challenge, prompt.Options);
        }

        var carried = Html(
            $"""
            {request.Token()}{Elements.Hidden("ui_locales", request.Locales)}{request.Posted.Where(IsCarried).Select(field => Elements.Hidden(field.Key, field.Value))}
            {Elements.Hidden(Offered, string.Join(' ', step.Methods))}
            """);
        var body = Html(
            $"""
            <p class="quiet">{(step.IsPassword ? texts.ProofPasswordLead : texts.OfSecondFactor(step.Shown).Lead)}</p>
            {(failure is null ? Empty : Elements.Alert(step.IsPassword ? texts.WrongPassword : texts.SecondFactorWrong))}
            <form method="post" action="{request.Addresses.Of(MyAccountPage.Address)}">
            {carried}{Elements.Hidden(Method, step.Shown)}{Elements.Hidden(Challenge, challenge)}
            {(key is { } options ? KeyButton.Ask(request, options, texts.OfSecondFactor(step.Shown).Label, offers: false, isSecondary: false) : Field(texts, step))}
            </form>
            {(key is null ? Empty : Html($"<script>{KeyScript.Text}</script>"))}
            {step.Methods.Where(method => method != step.Shown).Select(method => OtherForm(request, carried, method))}
            {Elements.Links(null, MyAccountPage.AddressOf(request, part), texts.CancelLink)}
            """);
        return PageReply.Show(texts.ProofTitle, body) with { Status = failure is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, AsksForKey = key is not null };
    }

    private static bool IsCarried(KeyValuePair<string, string?> field) => !field.Key.StartsWith(Prefix, StringComparison.Ordinal) && !OfPage.Contains(field.Key);

    private static Markup Field(PageTexts texts, Step step)
    {
        var field = step.IsPassword
            ? new TextField(Password, texts.Password) { Type = "password", AutoComplete = "current-password" }
            : new TextField(Code, texts.OfSecondFactor(step.Shown).Label) { AutoComplete = "one-time-code", Class = "code" };
        return Html($"{Elements.Fields([field])}{Elements.Button(texts.ContinueButton)}");
    }

    private static Markup OtherForm(PageRequest request, Markup carried, string method) => Html(
        $"""
        <form method="post" action="{request.Addresses.Of(MyAccountPage.Address)}">
        {carried}
        <div class="buttons"><button class="second" name="{Other}" value="{method}">{(method == WantedProof.Password ? request.Texts.ProofPasswordChoice : request.Texts.OfSecondFactor(method).Choice)}</button></div>
        </form>
        """);

    // An account without a password and a second factor: its owner signs in again, however that is done.
    private static PageReply SignInAgain(AccountPart part, PageRequest request) => PageReply.Show(
        request.Texts.ProofTitle,
        Html(
            $"""
            <p>{request.Texts.ProofSignInLead}</p>
            {Elements.Links(null, AuthorizationAnswer.SignInAddress(request, MyAccountPage.AddressOf(request, part)), request.Texts.SignInLink)}
            {Elements.Links(null, MyAccountPage.AddressOf(request, part), request.Texts.CancelLink)}
            """));

    /// <param name="Methods">What will do.</param>
    /// <param name="Shown">What the page asks for.</param>
    private sealed record Step(IReadOnlyList<string> Methods, string Shown)
    {
        public bool IsPassword => Shown == WantedProof.Password;

        public bool IsKey => Shown == "passkey";

        /// <summary>Whether it begins anew.</summary>
        public bool IsNew { get; init; }
    }
}
