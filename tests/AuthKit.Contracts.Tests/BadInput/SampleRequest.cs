using System.Text;
using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Http;

namespace AuthKit.Contracts.Tests.BadInput;

/// <summary>A request that a route would take, made from what the endpoint's metadata says it reads.</summary>
internal sealed record SampleRequest(string Contract, string Path, ContractRoute Route, string AccessToken)
{
    public HttpMethod Method => new(Route.Method);

    public string ContentType => Route.Body is BodySyntax.Form ? "application/x-www-form-urlencoded" : "application/json";

    /// <summary>The names of the body's fields; a dot leads into a nested object.</summary>
    public string[] BodyFields { get; } = [.. Route.Fields.Where(read => !read.InQuery).Select(read => read.Name)];

    /// <summary>The path, with its query parameters where there is no body.</summary>
    public string Target => Route.Body is null
        ? $"{Path}?{string.Join('&', Route.Fields.Where(read => read.InQuery).Select(read => $"{read.Name}={Uri.EscapeDataString(Example(read.Name))}"))}"
        : Path;

    /// <summary>The body, as the contract writes it.</summary>
    public byte[] Body => Encoding.UTF8.GetBytes(Route.Body switch
    {
        null => "",
        BodySyntax.Form => Form(),
        BodySyntax.JsonArray => $"[{Object(Example)}]",
        _ => Object(Example),
    });

    /// <summary>A JSON object of all fields, each with the JSON that is given for it.</summary>
    public string Json(Func<string, string> json)
    {
        var nested = BodyFields.Where(name => name.Contains('.', StringComparison.Ordinal)).GroupBy(name => name.Split('.')[0], name => $"\"{name.Split('.')[1]}\":{json(name)}");
        var members = BodyFields.Where(name => !name.Contains('.', StringComparison.Ordinal)).Select(name => $"\"{name}\":{json(name)}");
        return $"{{{string.Join(',', members.Concat(nested.Select(group => $"\"{group.Key}\":{{{string.Join(',', group)}}}")))}}}";
    }

    public string Example(string field) => field.ToLowerInvariant() switch
    {
        "email" or "username" => Speaker.Email,
        "password" or "oldpassword" or "newpassword" or "password_confirmation" => Speaker.Password,
        "client_id" => "quickstart",
        "client_secret" => "quickstart-secret",
        "scope" => "openid offline_access",
        "db.connectionstring" => "demo",
        "db.keyidentifier" => "SQLITE",
        "type" => "2",
        "tokenid" => AccessToken,
        _ => "example",
    };

    public override string ToString() => $"{Contract} {Route.Method} {Path} {Route.Condition}";

    private string Object(Func<string, string> value) => Json(name => JsonValue.Create(value(name)).ToJsonString());

    private string Form()
    {
        var fields = BodyFields.Select(name => $"{name}={Uri.EscapeDataString(Example(name))}");
        return string.Join('&', Route.Condition is { } condition ? fields.Prepend($"{condition.Field}={condition.Value}") : fields);
    }
}
