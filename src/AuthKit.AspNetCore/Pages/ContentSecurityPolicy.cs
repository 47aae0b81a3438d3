using AuthKit.Pages.Design;

namespace AuthKit.Pages;

/// <summary>What a page may load and where its forms may lead: nothing, and nowhere else.</summary>
internal static class ContentSecurityPolicy
{
    /// <param name="leadsTo">The client's address that a form leads to in the end: Chromium holds redirects that follow a form to <c>form-action</c> as well.</param>
    public static string For(string? leadsTo) =>
        $"default-src 'none'; style-src {Stylesheet.Hash}; img-src 'self' data:; form-action 'self'{Source(leadsTo)}; frame-ancestors 'none'; base-uri 'none'";

    // An address of IP version 6 is no source (Content Security Policy Level 3 §2.3.1), and an app's scheme has no host.
    private static string Source(string? leadsTo) => leadsTo is null || !Uri.TryCreate(leadsTo, UriKind.Absolute, out var uri)
        ? ""
        : uri is { Scheme: "http" or "https", HostNameType: not UriHostNameType.IPv6 } ? $" {uri.GetLeftPart(UriPartial.Authority)}" : $" {uri.Scheme}:";
}
