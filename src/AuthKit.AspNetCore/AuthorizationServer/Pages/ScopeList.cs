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
    public static Markup Write(PageRequest request, IReadOnlyList<string> scopes, TimeSpan? accessToken, TimeSpan? session, params IEnumerable<string> details)
    {
        // Whoever asks for nothing learns at least who it is.
        IEnumerable<string> shown = scopes.Count > 0 ? scopes : [Scopes.OpenId];
        return Html(
            $"""
            <ul class="scopes">{shown.Select(scope => Html($"<li>{request.Texts.OfScope(scope, request.AuthKit.OAuth.AllScopes())}</li>"))}{details.Select(detail => Html($"<li>{detail}</li>"))}</ul>
            <p class="quiet">{(scopes.Contains(Scopes.OfflineAccess) ? Kept(request, session ?? request.AuthKit.Sessions.AbsoluteLifetime) : Brief(request, accessToken ?? request.AuthKit.Tokens.AccessTokenLifetime))}</p>
            """);
    }

    private static string Brief(PageRequest request, TimeSpan lifetime) =>
        request.Texts.ConsentEnds.With("minutes", Math.Ceiling(lifetime.TotalMinutes).ToString(CultureInfo.InvariantCulture));

    private static string Kept(PageRequest request, TimeSpan lifetime)
    {
        var now = request.Http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return request.Texts.ConsentLasts.With("date", (now + lifetime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
