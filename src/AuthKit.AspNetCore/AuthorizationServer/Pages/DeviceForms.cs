using AuthKit.Pages;
using AuthKit.Pages.Design;
using AuthKit.Pages.Texts;
using Microsoft.AspNetCore.Http;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>What the page for devices shows, step by step.</summary>
internal static class DeviceForms
{
    public static PageReply Ask(PageRequest request, string email, string? code, Failure? failure)
    {
        var texts = request.Texts;
        IReadOnlyList<string> errors = failure is null ? [] : [failure.Fault is Fault.Invalid ? texts.RuleRequired : texts.DeviceCodeUnknown];
        var field = new TextField("user_code", texts.DeviceCode) { AutoComplete = "one-time-code", Class = "code", Value = code, Errors = errors };
        var body = Html(
            $"""
            <p class="quiet">{texts.DeviceLead}</p>
            {Pieces.Account(texts.SignedInAs.With("account", email))}
            {Pieces.Summary(texts.ErrorSummary, [field])}
            <form method="post" action="{request.Addresses.Of(OAuthPages.Device)}">
            {request.Token()}{Pieces.Hidden("ui_locales", request.Locales)}
            {Pieces.Fields([field])}
            {Pieces.Button(texts.ContinueButton)}
            </form>
            """);
        return PageReply.Show(texts.DeviceTitle, body) with { Status = failure is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }

    public static PageReply Confirm(PageRequest request, string email, string code, WaitingDevice device)
    {
        var texts = request.Texts;
        var body = Html(
            $"""
            {Pieces.Account(texts.SignedInAs.With("account", email))}
            <form method="post" action="{request.Addresses.Of(OAuthPages.Device)}">
            {request.Token()}{Pieces.Hidden("ui_locales", request.Locales)}{Pieces.Hidden("user_code", code)}
            <p>{texts.DeviceConfirmLead}</p>
            {ScopeList.Write(request, device.Scopes)}
            <p class="note">{texts.DeviceWarning.With("code", code)}</p>
            {Pieces.Decision(texts.AllowButton, texts.DenyButton)}
            </form>
            """);
        return PageReply.Show(texts.DeviceConfirmTitle.With("client", device.ClientName), body);
    }

    public static PageReply Decided(PageRequest request, bool allowed) => allowed
        ? PageReply.Show(request.Texts.DeviceAllowedTitle, Html($"<p>{request.Texts.DeviceAllowedText}</p>"))
        : PageReply.Show(request.Texts.DeviceDeniedTitle, Html($"<p>{request.Texts.DeviceDeniedText}</p>"));
}
