using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Security;

/// <summary>
/// The cookie by which a browser shows that an account has signed in with it before (OWASP, device cookies). It stays when the
/// session ends, and lets nobody in.
/// </summary>
internal static class DeviceCookie
{
    private const string Name = "authkit-device";
    private const string Bearer = "Bearer ";

    /// <summary>What a request brings of the kind: the cookie, or an access token of before.</summary>
    public static string? ProofOf(HttpRequest request)
    {
        if (request.Cookies[CookiePrefix.Of(request) + Name] is { Length: > 0 } cookie)
            return cookie;
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : null;
    }

    /// <summary>Gives a browser its cookie.</summary>
    public static void Keep(HttpContext http, string token)
    {
        var lifetime = http.RequestServices.GetRequiredService<IOptions<AuthKitOptions>>().Value.Lockout.KnownDeviceLifetime;
        var prefix = CookiePrefix.Of(http.Request);
        http.Response.Cookies.Append(prefix + Name, token, new()
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/",
            MaxAge = lifetime,
        });
    }
}
