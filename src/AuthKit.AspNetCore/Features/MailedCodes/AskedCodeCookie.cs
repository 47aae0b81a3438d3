using AuthKit.Security;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Features.MailedCodes;

/// <summary>
/// What binds a mailed code to the browser that asked for it: the challenge, which no script reads, and where the browser goes on
/// to. Who opens the mailed link with another browser has no such cookie.
/// </summary>
/// <param name="Challenge">The challenge.</param>
/// <param name="ReturnUrl">Where the browser goes on to; to be checked again, for the browser keeps it.</param>
internal sealed record AskedCodeCookie(string Challenge, string? ReturnUrl)
{
    private const string Name = "authkit-code";

    // A browser keeps 4 KiB of a cookie; who comes with more goes on to the sign-in page.
    private const int LongestReturnUrl = 2000;

    /// <summary>What the mailed link names the request by.</summary>
    public string Request => Challenge.Split('.')[0];

    public override string ToString() => nameof(AskedCodeCookie);

    public static AskedCodeCookie? Read(HttpRequest request)
    {
        if (request.Cookies[CookiePrefix.Of(request) + Name] is not { Length: > 0 } kept)
            return null;
        var at = kept.IndexOf('|', StringComparison.Ordinal);
        return at < 0 ? new(kept, null) : new(kept[..at], Uri.UnescapeDataString(kept[(at + 1)..]));
    }

    /// <summary>Gives the browser its cookie. Lax, because the link in the mail leads here from elsewhere.</summary>
    public void Keep(HttpContext http, TimeSpan lifetime)
    {
        var value = ReturnUrl is { Length: <= LongestReturnUrl } ? $"{Challenge}|{Uri.EscapeDataString(ReturnUrl)}" : Challenge;
        http.Response.Cookies.Append(CookiePrefix.Of(http.Request) + Name, value, Options(http, lifetime));
    }

    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(CookiePrefix.Of(http.Request) + Name, Options(http, lifetime: null));

    private static CookieOptions Options(HttpContext http, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/",
        MaxAge = lifetime,
    };
}
