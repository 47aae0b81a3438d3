using AuthKit.AuthorizationServer;
using AuthKit.Pages;
using AuthKit.Records;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Security;

/// <summary>Has a host's own pages under <see cref="AuthKitDefaults.BrowserScheme"/> notice that the browser's session has ended. AuthKit's pages ask their flows.</summary>
internal static class BrowserValidation
{
    private static readonly FlowContext Context = new() { ClientId = AuthKitDefaults.BrowserScheme };

    /// <summary>What tells the challenge that the session could not be looked at.</summary>
    private sealed class StoreUnavailable;

    public static void Add(CookieAuthenticationEvents events)
    {
        var toSignIn = events.OnRedirectToLogin;
        events.OnValidatePrincipal = ValidateAsync;
        events.OnRedirectToLogin = redirect => redirect.HttpContext.Features.Get<StoreUnavailable>() is null ? toSignIn(redirect) : ExcuseAsync(redirect.Response);
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext cookie)
    {
        var http = cookie.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<PageEndpoint>() is not null)
            return;
        try
        {
            var command = new AuthenticateBrowser(BrowserPrincipal.Read(cookie.Principal));
            if (!(await OAuthFlows.AuthenticateBrowser.RunAsync(http.RequestServices, command, Context, http.RequestAborted)).Succeeded(out _, out _))
                cookie.RejectPrincipal();
        }
        catch (StoreUnavailableException)
        {
            // Nobody is let in, but neither is anybody sent to sign in who has.
            http.Features.Set(new StoreUnavailable());
            cookie.RejectPrincipal();
        }
    }

    private static Task ExcuseAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = "1";
        return Task.CompletedTask;
    }
}
