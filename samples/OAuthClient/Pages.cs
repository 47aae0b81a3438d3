using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace OAuthClient;

/// <summary>The client's two pages.</summary>
internal static class Pages
{
    public static IResult Home(ClaimsPrincipal user, HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return Page(user.Identity is { IsAuthenticated: true }
            ? $"""
               <p>The server says of you:</p>
               <dl>{string.Concat(user.Claims.Select(claim => $"<dt>{Encode(claim.Type)}</dt><dd>{Encode(claim.Value)}</dd>"))}</dl>
               <form method="post" action="/sign-out"><button>Sign out</button></form>
               """
            : """<p>Nobody is signed in.</p><p><a href="/sign-in">Sign in</a></p>""");
    }

    public static IResult Failure(string reason, int status) =>
        Page($"""<p role="alert">Nobody was signed in. {Encode(reason)}</p><p><a href="/">Back</a></p>""", status);

    /// <summary>The server, or the user at the server, said no.</summary>
    public static Task ShowFailureAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        var (error, reason) = ((string?)context.Request.Query["error"], context.Failure?.Message);
        return Failure(error ?? reason ?? "", StatusCodes.Status400BadRequest).ExecuteAsync(context.HttpContext);
    }

    private static IResult Page(string body, int status = StatusCodes.Status200OK) => Results.Content($$"""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>OAuthClient</title>
        <link rel="icon" href="data:,">
        <style>
          :root { color-scheme: light dark }
          body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem; overflow-wrap: anywhere }
          dt { font-weight: 600 } dd { margin: 0 0 .5rem }
          button { font: inherit; padding: .4rem 1rem }
        </style>
        <h1>OAuthClient</h1>
        {{body}}
        </html>
        """, "text/html; charset=utf-8", statusCode: status);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
