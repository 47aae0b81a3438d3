using Microsoft.AspNetCore.Http;

namespace AuthKit.Security;

/// <summary>Reads the session's cookie, and sets it when the reply starts, so that nothing that clears a reply's headers on the way loses a refresh token.</summary>
internal sealed class SessionCookieWriter
{
    public const string Name = "authkit-session";

    private static readonly PrefixedCookies Cookies = new();

    public static string? Read(HttpContext http) => Cookies.GetRequestCookie(http, Name);

    public void Write(HttpContext http, string value, TimeSpan? lifetime) => Set(http, new(value, lifetime));

    public void Clear(HttpContext http) => Set(http, new(Value: null, Lifetime: null));

    // What is decided last counts.
    private static void Set(HttpContext http, Change change)
    {
        if (http.Response.HasStarted)
            return;
        var isFirst = http.Features.Get<Change>() is null;
        http.Features.Set(change);
        if (isFirst)
            http.Response.OnStarting(Apply, http);
    }

    private static Task Apply(object state)
    {
        var http = (HttpContext)state;
        var change = http.Features.Get<Change>()!;
        // As the framework's own cookies: a reply that sets one is nobody else's.
        http.Response.Headers.CacheControl = "no-store";
        var cookie = new CookieOptions
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/",
            MaxAge = change.Lifetime,
        };
        if (change.Value is { } value)
            Cookies.AppendResponseCookie(http, Name, value, cookie);
        else
            Cookies.DeleteCookie(http, Name, cookie);
        return Task.CompletedTask;
    }

    private sealed record Change(string? Value, TimeSpan? Lifetime)
    {
        public override string ToString() => nameof(Change);
    }
}
