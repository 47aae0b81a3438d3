using System.Text.Json;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.Pages.Design;

/// <summary>A button that asks for a key of the browser's, in a form that it stands in; the page has <see cref="KeyScript"/> in it.</summary>
internal static class KeyButton
{
    /// <summary>The field that what the key answers is sent in.</summary>
    public const string Credential = "credential";

    /// <summary>One that asks for a key that there is.</summary>
    public static Markup Ask(PageRequest request, JsonElement options, string label, bool offers, bool isSecondary) =>
        Of(request, "data-key", options, label, saysWhere: !offers, Html($"{(offers ? Verbatim(" data-offer") : Empty)}{(isSecondary ? Verbatim(" class=\"second\"") : Empty)}"));

    /// <summary>One that has a key made.</summary>
    public static Markup Make(PageRequest request, JsonElement options, string label) => Of(request, "data-new", options, label, saysWhere: true, Empty);

    private static Markup Of(PageRequest request, string attribute, JsonElement options, string label, bool saysWhere, Markup more) => Html(
        $"""
        <input type="hidden" name="{Credential}">
        {(saysWhere ? Html($"""<p class="note" data-without>{request.Texts.PasskeyUnavailable}</p>""") : Empty)}
        <p class="error" role="alert" data-failed hidden>{request.Texts.PasskeyFailed}</p>
        <div class="buttons"><button {Verbatim(attribute)}="{options.GetRawText()}"{more} hidden>{label}</button></div>
        """);
}
