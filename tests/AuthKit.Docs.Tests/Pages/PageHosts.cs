using AuthKit.AuthorizationServer;
using AuthKit.Pages;
using AuthKit.Pages.Texts;
using AuthKit.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Docs.Tests.Pages;

/// <summary>How the pages are changed and replaced.</summary>
internal static class PageHosts
{
    public static void NamesAndLanguages(WebApplicationBuilder builder)
    {
        builder.Services.Configure<PageOptions>(pages =>
        {
            pages.ProductName = "Northwind";
            pages.Texts["en"] = pages.Texts["en"] with { SignInTitle = "Welcome back" };
            pages.Texts["de"] = new PageTexts { SignInTitle = "Anmelden", /* … */ };
        });
    }

    public static void OwnPages(WebApplicationBuilder builder)
    {
        builder.Services.Configure<PageOptions>(pages =>
        {
            pages.SignInPage = "/account/sign-in";
            pages.ConsentPage = "/account/consent";
        });
    }

    public static void Cookie(WebApplicationBuilder builder)
    {
        builder.Services.Configure<CookieAuthenticationOptions>(AuthKitDefaults.BrowserScheme, cookie => cookie.Cookie.Name = "northwind");
    }

    public static async Task<IResult> SignInAsync(HttpContext http, string name, string password, string returnUrl, CancellationToken cancellationToken)
    {
        var services = http.RequestServices;
        var outcome = await OAuthFlows.SignInBrowser.RunAsync(services, new(name, password), new() { ClientId = "oauth" }, cancellationToken);
        if (outcome.Succeeded(out var browser, out var failure))
        {
            await http.SignInBrowserAsync(browser, returnUrl);
            return Results.LocalRedirect(returnUrl);
        }

        return Results.BadRequest(failure.Fault.ToString());
    }
}
