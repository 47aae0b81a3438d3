using AuthKit.Pages;
using AuthKit.Pages.Design;
using AuthKit.Pages.Texts;
using AuthKit.Tokens;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>What a client could do, in words.</summary>
internal static class ScopeList
{
    public static Markup Write(PageRequest request, IReadOnlyList<string> scopes)
    {
        // Whoever asks for nothing learns at least who it is.
        IEnumerable<string> shown = scopes.Count > 0 ? scopes : [Scopes.OpenId];
        return Html($"""<ul class="scopes">{shown.Select(scope => Html($"<li>{request.Texts.OfScope(scope, request.AuthKit.OAuth.Scopes)}</li>"))}</ul>""");
    }
}
