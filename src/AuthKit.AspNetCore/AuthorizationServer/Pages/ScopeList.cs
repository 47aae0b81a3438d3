using System.Globalization;
using AuthKit.Pages;
using AuthKit.Pages.Design;
using AuthKit.Pages.Texts;
using AuthKit.Tokens;
using Microsoft.Extensions.DependencyInjection;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>What a client could do, and for how long (ASVS 5.0 §10.7.2), in words.</summary>
internal static class ScopeList
{
    public static Markup Write(PageRequest request, IReadOnlyList<string> scopes, params IEnumerable<string> details)
    {
        // Whoever asks for nothing learns at least who it is.
        IEnumerable<string> shown = scopes.Count > 0 ? scopes : [Scopes.OpenId];
        return Html(
            $"""
            <ul class="scopes">{shown.Select(scope => Html($"<li>{request.Texts.OfScope(scope, request.AuthKit.OAuth.AllScopes())}</li>"))}{details.Select(detail => Html($"<li>{detail}</li>"))}</ul>
            <p class="quiet">{Duration(request, scopes.Contains(Scopes.OfflineAccess))}</p>
            """);
    }

    private static string Duration(PageRequest request, bool isKept)
    {
        if (!isKept)
            return request.Texts.ConsentEnds.With("minutes", Math.Ceiling(request.AuthKit.Tokens.AccessTokenLifetime.TotalMinutes).ToString(CultureInfo.InvariantCulture));
        var now = request.Http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return request.Texts.ConsentLasts.With("date", (now + request.AuthKit.Sessions.AbsoluteLifetime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
