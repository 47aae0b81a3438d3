using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Security;

/// <summary>Keeps a cookie under its name with <see cref="CookiePrefix"/>, which depends on how the browser came.</summary>
internal sealed class PrefixedCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, CookiePrefix.Of(context.Request) + key);

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Named(context, key, options), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, Named(context, key, options), options);

    private static string Named(HttpContext context, string key, CookieOptions options)
    {
        var prefix = CookiePrefix.Of(context.Request);
        options.Path = CookiePrefix.PathFor(prefix) ?? options.Path;
        return prefix + key;
    }
}
