using System.Net;
using System.Text;
using AuthKit.Http;

namespace QuickStart;

/// <summary>A page that lists every route with a curl line.</summary>
internal static class IndexPage
{
    public static IResult Get(HttpRequest request, EndpointDataSource endpoints)
    {
        var host = $"{request.Scheme}://{request.Host}";
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
        foreach (var contract in Paths(endpoints).GroupBy(path => path.Contract))
        {
            html.Append($"\n<h2>{Encode(contract.Key)}</h2>");
            foreach (var path in contract)
            {
                foreach (var route in path.Routes)
                    html.Append($"\n<h3>{route.Method} {Encode(path.Path)}</h3>\n<pre>{Encode(CurlLine.Of(host, path.Path, route))}</pre>");
            }
        }

        html.Append($"\n<h2>This host's own</h2>\n<h3>GET /me</h3>\n<pre>{Encode($"curl {host}/me -H 'Authorization: Bearer ACCESS_TOKEN'")}</pre>\n</html>\n");
        return Results.Content(html.ToString(), "text/html; charset=utf-8");
    }

    private static IEnumerable<ContractPath> Paths(EndpointDataSource endpoints) =>
        endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<ContractPath>()).OfType<ContractPath>();

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
