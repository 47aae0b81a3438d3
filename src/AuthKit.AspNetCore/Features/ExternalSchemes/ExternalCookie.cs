using AuthKit.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>The cookie in which a provider's handler hands an identity on to the page that comes next, which takes it away.</summary>
internal static class ExternalCookie
{
    public const string Scheme = "AuthKit.External";

    private const string Name = "authkit.external";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public static void Add(IServiceCollection services)
    {
        services.Configure<AuthenticationOptions>(static authentication =>
        {
            if (authentication.Schemes.All(static scheme => scheme.Name != Scheme))
                authentication.AddScheme<CookieAuthenticationHandler>(Scheme, displayName: null);
        });
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<CookieAuthenticationOptions>, Settings>());
    }

    private sealed class Settings(TimeProvider time) : IConfigureNamedOptions<CookieAuthenticationOptions>
    {
        public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);

        public void Configure(string? name, CookieAuthenticationOptions cookie)
        {
            if (name != Scheme)
                return;
            cookie.TimeProvider = time;
            cookie.Cookie.Name = Name;
            cookie.CookieManager = new PrefixedCookies();
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Lifetime;
            cookie.SlidingExpiration = false;
            cookie.Events.OnSigningIn = signingIn =>
            {
                // A handler may have it live as long as the provider's token, which nothing here needs either.
                var now = time.GetUtcNow();
                (signingIn.Properties.IssuedUtc, signingIn.Properties.ExpiresUtc) = (now, now + Lifetime);
                signingIn.Properties.IsPersistent = false;
                signingIn.Properties.StoreTokens([]);
                return Task.CompletedTask;
            };
        }
    }
}
