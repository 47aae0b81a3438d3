using System.Net;
using AuthKit;
using AuthKit.Http;

namespace QuickStart;

/// <summary>The page that a mailed link opens. It runs a flow directly, as any endpoint of a host can.</summary>
internal static class ResetPage
{
    public static IResult Get(HttpResponse response, string? token)
    {
        // The address holds the secret: it goes to no other site and into no cache.
        response.Headers["Referrer-Policy"] = "no-referrer";
        return Page(response, $"""
            <form method="post" action="/reset-password">
              <input type="hidden" name="token" value="{WebUtility.HtmlEncode(token)}">
              <label for="password">New password</label>
              <input id="password" name="password" type="password" autocomplete="new-password" required autofocus>
              <button>Set the password</button>
            </form>
            """);
    }

    public static async Task<IResult> PostAsync(HttpContext http, IServiceProvider services)
    {
        if (!http.Request.HasFormContentType)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var command = new ResetPassword(form["token"], form["password"]);
        var outcome = await Flows.ResetPassword.RunAsync(services, command, new() { ClientId = "quickstart" }, http.RequestAborted);
        if (outcome.Succeeded(out _, out var failure))
            return Page(http.Response, "<p role=\"status\">Your password has been set. You can sign in with it now.</p>");
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page(http.Response, $"<p role=\"alert\">{WebUtility.HtmlEncode(Phrasebook.Default.Say(failure).Message)}</p>");
    }

    private static IResult Page(HttpResponse response, string body)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        return Results.Content($$"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Reset your password</title>
            <style>
              :root { color-scheme: light dark }
              body { font: 16px/1.5 system-ui, sans-serif; max-width: 24rem; margin: 4rem auto; padding: 0 1rem }
              label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: .4rem 0 }
              button { margin-top: 1rem }
            </style>
            <h1>Reset your password</h1>
            {{body}}
            </html>
            """, "text/html; charset=utf-8", statusCode: response.StatusCode);
    }
}
