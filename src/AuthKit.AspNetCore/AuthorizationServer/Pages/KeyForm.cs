using System.Text.Json;
using AuthKit.Pages;
using AuthKit.Pages.Design;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>A form whose button asks for a key of the browser's; the page has <see cref="KeyScript"/> in it.</summary>
internal static class KeyForm
{
    /// <param name="request">The request for the page.</param>
    /// <param name="path">The page that it is sent to.</param>
    /// <param name="options">What the browser is asked for.</param>
    /// <param name="label">What the button says.</param>
    /// <param name="offers">Whether the browser offers keys in the field for a name as well.</param>
    /// <param name="hidden">What else is sent.</param>
    public static Markup Of(PageRequest request, string path, JsonElement options, string label, bool offers, Markup hidden) => Html(
        $"""
        <form method="post" action="{request.Addresses.Of(path)}">
        {request.Token()}{hidden}
        {KeyButton.Ask(request, options, label, offers, isSecondary: offers)}
        </form>
        <script>{KeyScript.Text}</script>
        """);

    /// <summary>What the key answered; null where nothing was sent, or no JSON.</summary>
    public static JsonElement? Read(PageRequest request)
    {
        try
        {
            return request[KeyButton.Credential] is { } json ? JsonElement.Parse(json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
