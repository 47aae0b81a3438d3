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
    /// <summary>Signs the browser in, once the user has proved who they are (<see cref="AuthKit.AuthorizationServer.OAuthFlows.SignInBrowser"/>), and gives it a cookie by which it is known later, so that others cannot lock the user out.</summary>
    /// <param name="http">The request.</param>
    /// <param name="browser">The session.</param>
    /// <param name="returnUrl">The <c>return_url</c> that the page was opened with, to which the browser goes next: a request that wanted the user to sign in again is content then.</param>
    public static async Task SignInBrowserAsync(this HttpContext http, BrowserSession browser, string? returnUrl = null)
    {
        ArgumentNullException.ThrowIfNull(browser);
        var lifetime = http.RequestServices.GetRequiredService<IOptions<AuthKit.AuthKitOptions>>().Value.OAuth.BrowserSessionLifetime;
        // Issued anew or not, the cookie ends when the session does.
        var properties = new AuthenticationProperties { IssuedUtc = browser.AuthenticatedAt, ExpiresUtc = browser.AuthenticatedAt + lifetime };
        await http.SignInAsync(AuthKitDefaults.BrowserScheme, BrowserPrincipal.Create(browser, returnUrl), properties);
        if (browser.DeviceToken is { } token)
            DeviceCookie.Keep(http, token);
    }

    /// <summary>What shows that an account has signed in from here before, if anything does: <see cref="AuthKit.FlowContext.Device"/> of a flow that the host runs itself.</summary>
    public static string? GetKnownDevice(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return DeviceCookie.ProofOf(http.Request);
    }

    /// <summary>Who is signed in with the browser, as its cookie has it; null where nobody is. Flows that take the session look whether it has ended since.</summary>
    public static async Task<BrowserSession?> GetBrowserSessionAsync(this HttpContext http) =>
        BrowserPrincipal.Read((await http.AuthenticateAsync(AuthKitDefaults.BrowserScheme)).Principal);
}
