using AuthKit.AuthorizationServer;
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
    /// <summary>
    /// Signs the browser in, once the user has proved who they are (<see cref="AuthKit.AuthorizationServer.OAuthFlows.SignInBrowser"/>), beside other accounts that it is
    /// signed in to, and gives it a cookie by which it is known later, so that others cannot lock the user out.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="browser">The session.</param>
    /// <param name="returnUrl">The <c>return_url</c> that the page was opened with, to which the browser goes next: a request that wanted the user to sign in again is content then.</param>
    public static async Task SignInBrowserAsync(this HttpContext http, BrowserSession browser, string? returnUrl = null)
    {
        ArgumentNullException.ThrowIfNull(browser);
        var state = BrowserState.Of(await http.AuthenticateAsync(AuthKitDefaults.BrowserScheme));
        await http.KeepAsync(state.With(browser, OptionsOf(http).MaxAccountsPerBrowser), signedInFor: returnUrl);
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

    /// <summary>Every account that the browser is signed in to, as its cookie has them, the current one first where there is one. Flows that take the sessions look whether they have ended since.</summary>
    public static async Task<IReadOnlyList<BrowserSession>> GetBrowserSessionsAsync(this HttpContext http) =>
        BrowserState.Of(await http.AuthenticateAsync(AuthKitDefaults.BrowserScheme)).All;

    /// <summary>Writes the cookie, or takes it away where nobody is signed in any more.</summary>
    internal static Task KeepAsync(this HttpContext http, BrowserState state, string? signedInFor = null, string? chosenFor = null)
    {
        if (state.All.Count == 0)
            return http.SignOutAsync(AuthKitDefaults.BrowserScheme);
        // Issued anew or not, the cookie ends when the last of its sessions does.
        var (first, last) = (state.All.Min(static session => session.AuthenticatedAt), state.All.Max(static session => session.AuthenticatedAt));
        var properties = new AuthenticationProperties { IssuedUtc = first, ExpiresUtc = last + OptionsOf(http).BrowserSessionLifetime };
        state.Write(properties);
        return http.SignInAsync(AuthKitDefaults.BrowserScheme, BrowserPrincipal.Create(state.Current, signedInFor, chosenFor), properties);
    }

    private static OAuthOptions OptionsOf(HttpContext http) => http.RequestServices.GetRequiredService<IOptions<AuthKit.AuthKitOptions>>().Value.OAuth;
}
