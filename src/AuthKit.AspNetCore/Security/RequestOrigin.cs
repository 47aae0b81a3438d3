using Microsoft.AspNetCore.Http;

namespace AuthKit.Security;

/// <summary>
/// Whether a request that comes by cookie was made by a page that may make it: the defence against cross-site request forgery (CSRF), in
/// the order of OWASP's cheat sheet. Fetch metadata first, which no script can set; then <c>Origin</c>; and a header of
/// its own where neither is there, which no form can send. What shows nothing is refused.
/// </summary>
/// <param name="trusted">Origins beside the host's own.</param>
internal sealed class RequestOrigin(IReadOnlyCollection<string> trusted)
{
    /// <summary>What a client that is no browser sends with any value.</summary>
    public const string Header = "X-CSRF";

    private const string FetchSite = "Sec-Fetch-Site";

    public bool May(HttpRequest request)
    {
        if (ChangesNothing(request))
            return true;
        var (site, origin) = (request.Headers[FetchSite], request.Headers.Origin);
        if (site.Count > 1 || origin.Count > 1)
            return false;
        if (site.Count == 0 && origin.Count == 0)
            return !string.IsNullOrEmpty(request.Headers[Header]);
        if (site.Count == 1 && site[0] == "same-origin")
            return true;
        return origin is [{ } sender] && ((site.Count == 0 && IsOwn(sender, request)) || trusted.Contains(sender, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Whether a text is an origin as browsers write it, and not one that anybody on the way could pose as.</summary>
    public static bool IsAcceptable(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.GetLeftPart(UriPartial.Authority) == origin;

    private static bool IsOwn(string sender, HttpRequest request) => sender.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    // A WebSocket is opened by GET, and no CORS keeps another site's page from reading it.
    private static bool ChangesNothing(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method))
        && !request.Headers.Upgrade.ToString().Contains("websocket", StringComparison.OrdinalIgnoreCase);
}
