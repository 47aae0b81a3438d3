using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace OAuthClient;

/// <summary>The client's two pages.</summary>
internal static class Pages
{
    public static IResult Home(ClaimsPrincipal user) => Page(user.Identity is { IsAuthenticated: true }
        ? $"""
           <p>The server says of you:</p>
           <dl>{string.Concat(user.Claims.Select(claim => $"<dt>{Encode(claim.Type)}</dt><dd>{Encode(claim.Value)}</dd>"))}</dl>
           <form method="post" action="/sign-out"><button>Sign out</button></form>
           """
        : """<p>Nobody is signed in.</p><p><a href="/sign-in">Sign in</a></p>""");

    public static Task ShowFailureAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page($"""<p role="alert">Nobody was signed in: {Encode(context.Failure?.Message ?? "")}</p><p><a href="/">Back</a></p>""").ExecuteAsync(context.HttpContext);
    }

    private static IResult Page(string body) => Results.Content($$"""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>OAuthClient</title>
        <style>
          body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem; color-scheme: light dark }
          dt { font-weight: 600 } dd { margin: 0 0 .5rem }
        </style>
        <h1>OAuthClient</h1>
        {{body}}
        </html>
        """, "text/html; charset=utf-8");

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
