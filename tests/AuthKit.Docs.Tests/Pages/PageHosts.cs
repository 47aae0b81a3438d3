using AuthKit.Pages;
using AuthKit.Pages.Texts;
using AuthKit.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
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
}
