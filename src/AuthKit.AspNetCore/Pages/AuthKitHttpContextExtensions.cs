using AuthKit.AuthorizationServer.Browsers;
using AuthKit.Pages;
using AuthKit.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Authentication;

/// <summary>Signs browsers in to the authorization server's pages, for a sign-in page of the host's own.</summary>
public static class AuthKitHttpContextExtensions
{
    /// <summary>Signs the browser in, once the user has proved who they are (<see cref="AuthKit.AuthorizationServer.OAuthFlows.SignInBrowser"/>).</summary>
    /// <param name="http">The request.</param>
    /// <param name="browser">The session.</param>
    /// <param name="returnUrl">The <c>return_url</c> that the page was opened with, to which the browser goes next: a request that wanted the user to sign in again is content then.</param>
    public static Task SignInBrowserAsync(this HttpContext http, BrowserSession browser, string? returnUrl = null)
    {
        ArgumentNullException.ThrowIfNull(browser);
        var lifetime = http.RequestServices.GetRequiredService<IOptions<AuthKit.AuthKitOptions>>().Value.OAuth.BrowserSessionLifetime;
        // Issued anew or not, the cookie ends when the session does.
        var properties = new AuthenticationProperties { IssuedUtc = browser.AuthenticatedAt, ExpiresUtc = browser.AuthenticatedAt + lifetime };
        return http.SignInAsync(AuthKitDefaults.BrowserScheme, BrowserPrincipal.Create(browser, returnUrl), properties);
    }

    /// <summary>Who is signed in with the browser, as its cookie has it; null where nobody is. Flows that take the session look whether it has ended since.</summary>
    public static async Task<BrowserSession?> GetBrowserSessionAsync(this HttpContext http) =>
        BrowserPrincipal.Read((await http.AuthenticateAsync(AuthKitDefaults.BrowserScheme)).Principal);
}
