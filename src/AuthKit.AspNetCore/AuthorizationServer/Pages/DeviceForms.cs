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
        IReadOnlyList<string> errors = failure is null ? [] : [failure.Fault.Is(Fault.Invalid) ? texts.RuleRequired : texts.DeviceCodeUnknown];
        var field = new TextField("user_code", texts.DeviceCode) { AutoComplete = "one-time-code", Class = "code", Value = code, Errors = errors };
        var body = Html(
            $"""
            <p class="quiet">{texts.DeviceLead}</p>
            {Elements.Account(texts.SignedInAs.With("account", email))}
            {Elements.Summary(texts.ErrorSummary, [field])}
            <form method="post" action="{request.Addresses.Of(OAuthPages.Device)}">
            {request.Token()}{Elements.Hidden("ui_locales", request.Locales)}
            {Elements.Fields([field])}
            {Elements.Button(texts.ContinueButton)}
            </form>
            {Elements.Links(null, request.Addresses.Of(OAuthPages.Logout), texts.SignOutButton)}
            """);
        return PageReply.Show(texts.DeviceTitle, body) with { Status = failure is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }

    public static PageReply Confirm(PageRequest request, string email, string code, WaitingDevice device)
    {
        var texts = request.Texts;
        var body = Html(
            $"""
            {Elements.Account(texts.SignedInAs.With("account", email))}
            <form method="post" action="{request.Addresses.Of(OAuthPages.Device)}">
            {request.Token()}{Elements.Hidden("ui_locales", request.Locales)}{Elements.Hidden("user_code", code)}
            <p>{texts.DeviceConfirmLead}</p>
            {ScopeList.Write(request, device.Scopes, device.AccessTokenLifetime, device.SessionLifetime, DetailList.Of(request, device.AuthorizationDetails))}
            <p class="note">{texts.DeviceWarning.With("code", code)}</p>
            {Elements.Decision(texts.AllowButton, texts.DenyButton)}
            </form>
            {Elements.Links(null, request.Addresses.Of(OAuthPages.Logout), texts.SignOutButton)}
            """);
        return PageReply.Show(texts.DeviceConfirmTitle.With("client", device.ClientName), body);
    }

    public static PageReply Decided(PageRequest request, bool allowed) => allowed
        ? PageReply.Show(request.Texts.DeviceAllowedTitle, Html($"<p>{request.Texts.DeviceAllowedText}</p>"))
        : PageReply.Show(request.Texts.DeviceDeniedTitle, Html($"<p>{request.Texts.DeviceDeniedText}</p>"));
}
