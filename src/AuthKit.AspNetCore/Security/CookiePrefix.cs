using Microsoft.AspNetCore.Http;

namespace AuthKit.Security;

/// <summary>
/// The prefix by which a browser holds a cookie to its attributes (RFC 6265bis §4.1.3): over https no neighbouring host and no
/// page of plain http can set one of the same name.
/// </summary>
internal static class CookiePrefix
{
    private const string Host = "__Host-";
    private const string Secure = "__Secure-";

    /// <summary>Below a path base the cookie is for that path alone, which <c>__Host-</c> does not allow.</summary>
    public static string Of(HttpRequest request) => !request.IsHttps ? "" : request.PathBase.HasValue ? Secure : Host;

    /// <summary>The path that the prefix wants; null where the cookie's own will do.</summary>
    public static string? PathFor(string prefix) => prefix == Host ? "/" : null;
}
