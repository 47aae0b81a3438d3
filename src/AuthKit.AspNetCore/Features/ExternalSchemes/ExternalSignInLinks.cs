using AuthKit.AuthorizationServer.Pages;
using AuthKit.Pages;
using AuthKit.Pages.Design;
using Microsoft.AspNetCore.Http;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>The way on from where a sign-in through another provider came to nothing.</summary>
internal static class ExternalSignInLinks
{
    /// <summary>Whether people sign in on pages here.</summary>
    public static bool SignsIn(PageRequest request) => request.Contract.Pages.Any(static page => page.Path == OAuthPages.SignIn);

    /// <summary>To the sign-in page, where there is one.</summary>
    public static Markup? Of(PageRequest request) =>
        SignsIn(request) ? Elements.Links(null, request.Addresses.Of(OAuthPages.SignIn, Back(request)), request.Texts.SignInLink) : null;

    /// <summary>Says why nobody is signed in, and leads on.</summary>
    public static PageReply Refuse(PageRequest request, string title, string sentence) =>
        PageReply.Show(title, Html($"<p>{sentence}</p>{Of(request)}")) with { Status = StatusCodes.Status400BadRequest };

    public static KeyValuePair<string, string?>[] Back(PageRequest request) =>
        [new("return_url", request.ReturnUrl), new("ui_locales", request.Locales)];
}
