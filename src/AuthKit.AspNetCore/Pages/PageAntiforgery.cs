using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using AuthKit.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Pages;

/// <summary>
/// The framework's antiforgery tokens (CSRF) for AuthKit's own pages, with a cookie of their own: it is sent along when another
/// site leads here, or a second sign-in page would put the first one's form out of date. The host's own forms keep the host's settings.
/// </summary>
internal sealed class PageAntiforgery(IDataProtectionProvider protection, IAntiforgery ofHost) : IDisposable
{
    private const string Cookie = "authkit.csrf";

    private readonly ConcurrentDictionary<string, ServiceProvider> _byPrefix = new(StringComparer.Ordinal);

    /// <summary>The token for a form, whose cookie is set where the browser has none yet.</summary>
    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext http) => Of(http).GetAndStoreTokens(http);

    /// <summary>What tells this browser from others for as long as its forms are good: a hash of the cookie's value, which no script reads.</summary>
    public string BrowserOf(HttpContext http)
    {
        var cookie = GetAndStoreTokens(http).CookieToken ?? http.Request.Cookies[CookiePrefix.Of(http.Request) + Cookie];
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(cookie ?? "")));
    }

    /// <summary>Whether a form comes from a page of AuthKit's, or of the host's, that this browser was shown.</summary>
    public async Task<bool> IsRequestValidAsync(HttpContext http)
    {
        if (await Of(http).IsRequestValidAsync(http))
            return true;
        Forget(http);
        var isOfHost = await ofHost.IsRequestValidAsync(http);
        Forget(http);
        return isOfHost;
    }

    public void Dispose()
    {
        foreach (var services in _byPrefix.Values)
            services.Dispose();
    }

    /// <summary>The framework keeps what it has read of a request's cookie with the request, whichever cookie that was.</summary>
    public static void Forget(HttpContext http)
    {
        foreach (var (type, _) in http.Features.Where(feature => feature.Key.FullName == "Microsoft.AspNetCore.Antiforgery.IAntiforgeryFeature").ToList())
            http.Features[type] = null;
    }

    private IAntiforgery Of(HttpContext http) => _byPrefix.GetOrAdd(CookiePrefix.Of(http.Request), Create).GetRequiredService<IAntiforgery>();

    // Nobody hears what it logs: a damaged token or cookie would be an error with a stack trace, as often as anybody likes.
    private ServiceProvider Create(string prefix) => new ServiceCollection()
        .AddSingleton(protection)
        .AddLogging()
        .AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = prefix + Cookie;
            antiforgery.Cookie.Path = CookiePrefix.PathFor(prefix);
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
            antiforgery.Cookie.SecurePolicy = prefix.Length > 0 ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            antiforgery.SuppressXFrameOptionsHeader = true;
        })
        .BuildServiceProvider();
}
