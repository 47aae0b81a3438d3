using System.Net;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>Where a browser may be sent back to.</summary>
internal static class RedirectUri
{
    private const int MaxLength = 2048;

    /// <summary>
    /// Whether an address may be registered: absolute and without fragment (RFC 6749 §3.1.2) or user information; https,
    /// http on the loopback interface (RFC 8252 §7.3), or the private scheme of an app (§7.1).
    /// </summary>
    public static bool IsAcceptable(string address)
    {
        if (address.Length > MaxLength || address.Any(c => c is <= ' ' or > '~' or '\\' or '"' or '<' or '>' or '*') || address.Contains('#', StringComparison.Ordinal)
            || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0)
            return false;
        return uri.Scheme switch
        {
            "https" => uri.Host.Length > 0,
            "http" => IsLoopback(uri),
            // A name in reverse, which its owner alone can promise to use (RFC 8252 §8.4); no scheme that a browser runs has a dot.
            _ => uri.Scheme.Contains('.', StringComparison.Ordinal),
        };
    }

    /// <summary>As <see cref="IsAcceptable(string)"/>, for a client that says what it is: a site has no address on its users' machines (OpenID Connect Dynamic Client Registration 1.0 §2).</summary>
    public static bool IsAcceptable(string address, string? applicationType) =>
        IsAcceptable(address) && (applicationType is not ApplicationTypes.Web || (new Uri(address) is { Scheme: "https" } uri && !IsLoopback(uri)));

    /// <summary>
    /// Whether an address that a request names is one that a client has registered, to the letter (RFC 9700 §4.1.3); on a loopback
    /// address the port alone may differ (RFC 8252 §7.3), and a public client may call it localhost, as command-line programs do.
    /// </summary>
    public static bool IsRegistered(string address, Client client) =>
        client.RedirectUris.Any(known => string.Equals(known, address, StringComparison.Ordinal) || DifferInPortAlone(known, address, client.IsPublic));

    private static bool DifferInPortAlone(string known, string address, bool byName) =>
        Uri.TryCreate(known, UriKind.Absolute, out var a) && Uri.TryCreate(address, UriKind.Absolute, out var b)
        && a.Scheme == "http" && b.Scheme == "http" && IsLoopback(a) && (byName || a.Host != "localhost")
        && WithoutPort(known, a) is { } one && one == WithoutPort(address, b);

    // What stands before and after the port, as it was written. Null where the address is not written as it is read.
    private static string? WithoutPort(string written, Uri uri)
    {
        var start = $"http://{uri.Host}";
        if (!written.StartsWith(start, StringComparison.Ordinal))
            return null;
        var rest = written[start.Length..];
        if (rest.StartsWith(':'))
            rest = rest.AsSpan(1).TrimStart("0123456789").ToString();
        return rest is "" || rest[0] is '/' or '?' ? start + rest : null;
    }

    /// <summary>Whether it is on the machine of whoever goes there.</summary>
    public static bool IsLoopback(Uri uri) =>
        uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
