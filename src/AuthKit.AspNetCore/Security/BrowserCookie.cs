using AuthKit.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AuthKit.Security;

/// <summary>Registers the cookie of the pages, and the tokens of their forms.</summary>
internal static class BrowserCookie
{
    private const string Name = "authkit";

    public static void Add(IServiceCollection services)
    {
        services.Configure<AuthenticationOptions>(authentication =>
        {
            if (authentication.Schemes.All(scheme => scheme.Name != AuthKitDefaults.BrowserScheme))
                authentication.AddScheme<CookieAuthenticationHandler>(AuthKitDefaults.BrowserScheme, displayName: null);
        });
        services.TryAddTransient<CookieAuthenticationHandler>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<CookieAuthenticationOptions>, PostConfigureCookieAuthenticationOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<AuthenticationOptions>, DefaultScheme>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<CookieAuthenticationOptions>, Settings>());
        services.AddAntiforgery();
        services.TryAddSingleton<PageAntiforgery>();
        services.AddOptions<PageOptions>();
    }

    /// <summary>The cookie ends with the browser, and with the session at the latest.</summary>
    private sealed class Settings(IOptions<AuthKitOptions> options, TimeProvider time) : IConfigureNamedOptions<CookieAuthenticationOptions>
    {
        public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);

        public void Configure(string? name, CookieAuthenticationOptions cookie)
        {
            if (name != AuthKitDefaults.BrowserScheme)
                return;
            cookie.TimeProvider = time;
            cookie.Cookie.Name = Name;
            cookie.CookieManager = new PrefixedCookies();
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = options.Value.OAuth.BrowserSessionLifetime;
            cookie.SlidingExpiration = false;
            BrowserValidation.Add(cookie.Events);
        }
    }
}
