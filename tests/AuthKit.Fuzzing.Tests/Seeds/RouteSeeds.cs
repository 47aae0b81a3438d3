using System.Text;
using AuthKit.Contracts.Tests.BadInput;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests.Seeds;

/// <summary>A request for each route, with every field that its endpoint's metadata says it reads: a new route has one at once.</summary>
internal static class RouteSeeds
{
    public static IEnumerable<Seed> Of(TestHost host)
    {
        foreach (var path in Endpoints.Contracts(host))
        {
            foreach (var route in path.Routes)
                yield return Of(new SampleRequest(path.Contract, path.Path, route, $"{{{{jwt-{path.Contract}}}}}"));
        }

        foreach (var (path, method) in Endpoints.Others(host))
            yield return new($"{method} {path}", new(method, path, [("Host", "auth.example")], ""));
        yield return new("an endpoint of the host's own", new("GET", "/me", [("Host", "auth.example"), ("Authorization", "Bearer {{jwt}}")], ""));
        yield return new("an endpoint of the host's own, by an API key", new("GET", "/me", [("Host", "auth.example"), ("Authorization", "Bearer {{api-key}}")], ""));
    }

    private static Seed Of(SampleRequest sample)
    {
        List<(string Name, string Value)> headers = [("Host", "auth.example")];
        if (sample.Route.Body is not null)
            headers.Add(("Content-Type", sample.ContentType));
        if (sample.Route.Bearer)
            headers.Add(("Authorization", $"Bearer {sample.AccessToken}"));
        if (sample.Route.TokenHeader is { } own)
            headers.Add((own, sample.AccessToken));
        return new(sample.ToString(), new(sample.Route.Method, Live(sample.Target, sample.Contract), headers, Live(Bytes.Utf8(Encoding.UTF8.GetString(sample.Body)), sample.Contract)));
    }

    // A sample's account and tokens become those of the round. In a form or an address they were escaped.
    private static string Live(string text, string contract) => text
        .Replace("%7B%7B", "{{", StringComparison.Ordinal).Replace("%7D%7D", "}}", StringComparison.Ordinal)
        .Replace(Uri.EscapeDataString(Speaker.Email), "{{someone}}", StringComparison.Ordinal).Replace(Speaker.Email, "{{someone}}", StringComparison.Ordinal)
        .Replace(Uri.EscapeDataString(Speaker.Password), "{{password}}", StringComparison.Ordinal).Replace(Speaker.Password, "{{password}}", StringComparison.Ordinal)
        .Replace("device_code=example", "device_code={{device}}", StringComparison.Ordinal).Replace("&code=example", "&code={{code}}", StringComparison.Ordinal)
        .Replace("&subject=example", "&subject={{subject}}", StringComparison.Ordinal)
        .Replace("refresh_token=example", $"refresh_token={{{{opaque-{contract}}}}}", StringComparison.Ordinal)
        .Replace("/{id}", text.Contains("keys", StringComparison.OrdinalIgnoreCase) ? $"/{{{{guid-{contract}}}}}" : $"/{{{{route-id-{contract}}}}}", StringComparison.Ordinal).Replace("/{clientId}", "/{{route-clientId}}", StringComparison.Ordinal)
        .Replace("cursor=example", "cursor=", StringComparison.OrdinalIgnoreCase)
        .Replace("\"token\":\"example\"", "\"token\":\"{{token}}\"", StringComparison.OrdinalIgnoreCase);
}
