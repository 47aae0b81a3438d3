using System.Text.Json;
using System.Text.Json.Nodes;
using AuthKit.Http;

namespace QuickStart;

/// <summary>A route as a line for the shell, with values to try.</summary>
internal static class CurlLine
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string host, string path, ContractRoute route)
    {
        var query = string.Join('&', route.Fields.Where(field => field is { InQuery: true, Required: true }).Select(field => $"{field.Name}={Uri.EscapeDataString(Example(field.Name))}"));
        var line = $"curl '{host}{path}{(query.Length > 0 ? $"?{query}" : "")}'";
        if (route.Bearer)
            line += " -H 'Authorization: Bearer ACCESS_TOKEN'";
        return route.Body switch
        {
            null => line,
            BodySyntax.Form => line + string.Concat(Body(route).Select(field => $" -d '{field.Name}={Uri.EscapeDataString(Example(field.Name))}'").Prepend(Condition(route))),
            _ => $"{line} -H 'Content-Type: application/json' -d '{Json(route)}'",
        };
    }

    private static IEnumerable<RequestField> Body(ContractRoute route)
    {
        var fields = route.Fields.Where(field => !field.InQuery).ToList();
        return fields.Exists(field => field.Required) ? fields.Where(field => field.Required || field.Name == "scope") : fields;
    }

    private static string Condition(ContractRoute route) => route.Condition is { } condition ? $" -d '{condition.Field}={condition.Value}'" : "";

    private static string Json(ContractRoute route)
    {
        var body = new JsonObject();
        foreach (var field in Body(route))
        {
            var parts = field.Name.Split('.');
            var parent = parts.Length == 1 ? body : body[parts[0]] as JsonObject ?? (JsonObject)(body[parts[0]] = new JsonObject());
            parent[parts[^1]] = Example(field.Name);
        }

        return (route.Body is BodySyntax.JsonArray ? new JsonArray(body) : (JsonNode)body).ToJsonString(OneLine);
    }

    private static string Example(string field) => field.ToLowerInvariant() switch
    {
        "email" or "username" => "anna@example.com",
        "password" or "oldpassword" => "correct horse 7!",
        "newpassword" => "another horse 8!",
        "name" => "Anna",
        "client_id" or "client_secret" => "quickstart",
        "scope" => "openid offline_access",
        "db.connectionstring" => "demo",
        "db.keyidentifier" => "SQLITE",
        "type" => "2",
        "refresh_token" or "refreshtoken" => "REFRESH_TOKEN",
        "token" => "TOKEN",
        _ => field.ToUpperInvariant(),
    };
}
