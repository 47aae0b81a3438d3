using AuthKit.AuthorizationServer;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Docs.Tests.Pages;

public static class SignInEndpoint
{
    public static async Task<IResult> PostAsync(HttpContext http, string name, string password, string returnUrl, CancellationToken cancellationToken)
    {
        var outcome = await OAuthFlows.SignInBrowser.RunAsync(http.RequestServices, new(name, password), new() { ClientId = "oauth" }, cancellationToken);
        if (outcome.Succeeded(out var browser, out var failure))
        {
            await http.SignInBrowserAsync(browser, returnUrl);
            return Results.LocalRedirect(returnUrl);
        }

        return Results.BadRequest(failure.Fault.ToString());
    }
}
