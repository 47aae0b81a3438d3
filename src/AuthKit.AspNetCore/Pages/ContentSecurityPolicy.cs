using AuthKit.Pages.Design;

namespace AuthKit.Pages;

/// <summary>What a page may load and where its forms may lead: nothing, and nowhere but to this server and the client that waits.</summary>
internal static class ContentSecurityPolicy
{
    /// <param name="leadsTo">
    /// The client's address that a form leads to in the end. Chromium holds every redirect that follows a form to
    /// <c>form-action</c>, those of the client among its own hosts as well, which nobody here can know: so its scheme is named.
    /// </param>
    public static string For(string? leadsTo) =>
        $"default-src 'none'; style-src {Stylesheet.Hash}; img-src 'self' data:; form-action 'self'{Schemes(leadsTo)}; frame-ancestors 'none'; base-uri 'none'";

    private static string Schemes(string? leadsTo) => leadsTo is null || !Uri.TryCreate(leadsTo, UriKind.Absolute, out var uri) ? "" : uri.Scheme switch
    {
        "https" => " https:",
        "http" => " https: http:",
        _ => $" {uri.Scheme}:",
    };
}
