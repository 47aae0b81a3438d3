using System.Net;
using System.Text;
using AuthKit;
using Microsoft.Extensions.Options;

namespace QuickStart;

/// <summary>A page that lists every route with a line for the shell.</summary>
internal static class IndexPage
{
    public static IResult Get(IOptions<AuthKitOptions> options)
    {
        var host = options.Value.Issuer;
        var html = new StringBuilder("""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>AuthKit QuickStart</title>
            <style>
              :root { color-scheme: light dark }
              body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
              pre { overflow-x: auto; padding: .5rem .75rem; border: 1px solid #8884; border-radius: .4rem; font-size: .85rem }
            </style>
            <h1>AuthKit QuickStart</h1>
            <p><a href="/swagger">Swagger UI</a> · <a href="/openapi/v1.json">OpenAPI</a> · <a href="/health">Health</a> · <a href="/.well-known/jwks.json">Keys</a></p>
            """);
        var outbox = Path.GetFullPath(options.Value.Mail.PickupDirectory ?? "outbox");
        var number = Lines.NewNumber();
        foreach (var name in (string[])["first", "account", "connect", "laravel", "message-code", "tenant", "oauth"])
        {
            html.Append(name == "first" ? "\n<p>The lines go one after the other, from the top of a part to its end. Open the page again for accounts that are new again.</p>" : $"\n<h2>{name}</h2>");
            foreach (var lines in Lines.Of(name, host, outbox, number))
                html.Append($"\n<h3>{Encode(lines.Title)}</h3>\n{(lines.Text.Length > 0 ? $"<pre>{Encode(lines.Text)}</pre>" : "")}");
        }

        html.Append("\n</html>\n");
        return Results.Content(html.ToString(), "text/html; charset=utf-8");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
