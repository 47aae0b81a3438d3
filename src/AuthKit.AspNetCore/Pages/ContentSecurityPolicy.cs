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
        Of($"form-action 'self'{Schemes(leadsTo)}");

    /// <summary>The same for a page that asks for a key of the browser's by its script.</summary>
    /// <param name="leadsTo">See <see cref="For"/>.</param>
    public static string ForKey(string? leadsTo) => $"{For(leadsTo)}; script-src {KeyScript.Hash}";

    /// <summary>For a page whose form the one script sends off, to this address and no other.</summary>
    public static string ForPost(string address) => Of($"form-action {Address(address)}; script-src {SubmitScript.Hash}");

    /// <summary>For a page that loads these addresses in frames, and no others, and goes on by its script.</summary>
    public static string ForFrames(IEnumerable<string> addresses) =>
        Of($"form-action 'none'; frame-src {string.Join(' ', addresses.Select(Address).Distinct())}; script-src {ContinueScript.Hash}");

    private static string Of(string more) => $"default-src 'none'; style-src {Stylesheet.Hash}; img-src 'self' data:; {more}; frame-ancestors 'none'; base-uri 'none'";

    // CSP Level 3 §2.3.1: no query, and neither of the characters that end an expression. It has no notation for an IPv6
    // address, nor for what has no host; then the scheme has to do.
    private static string Address(string address) => new Uri(address) is { Host.Length: > 0, HostNameType: not UriHostNameType.IPv6 } uri
        ? uri.GetLeftPart(UriPartial.Path).Replace(";", "%3B", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal)
        : $"{new Uri(address).Scheme}:";

    private static string Schemes(string? leadsTo) => leadsTo is null || !Uri.TryCreate(leadsTo, UriKind.Absolute, out var uri) ? "" : uri.Scheme switch
    {
        "https" => " https:",
        "http" => " https: http:",
        _ => $" {uri.Scheme}:",
    };
}
