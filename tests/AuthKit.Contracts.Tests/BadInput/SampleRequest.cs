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
        ? $"{Path}?{string.Join('&', Route.Fields.Where(read => read.InQuery).Select(read => $"{read.Name}={Uri.EscapeDataString(Example(read.Name)!)}"))}"
        : Path;

    /// <summary>The body, as the contract writes it.</summary>
    public byte[] Body => Encoding.UTF8.GetBytes(Route.Body switch
    {
        null => "",
        BodySyntax.Form => Form(),
        BodySyntax.JsonArray => $"[{Object()}]",
        _ => Object(),
    });

    /// <summary>A JSON object of all fields, each with the JSON that is given for it.</summary>
    public string Json(Func<string, string?> json) => Json(BodyFields, json);

    /// <summary>What a field usually has; null where it is usually left out.</summary>
    public string? Example(string field) => (Contract, field.ToLowerInvariant()) switch
    {
        ("oauth", "username") => "anna",
        (_, "email" or "username") => Speaker.Email,
        (_, "password" or "current_password" or "currentpassword" or "oldpassword" or "newpassword" or "password_confirmation") => Speaker.Password,
        ("oauth", _) => OAuth(field),
        (_, "client_id") => "quickstart",
        (_, "client_secret") => "quickstart-secret",
        (_, "scope") => "openid offline_access",
        (_, "db.connectionstring") => "demo",
        (_, "db.keyidentifier") => "SQLITE",
        (_, "type") => "2",
        ("account", "provider") => "google",
        ("account", "contactemail") => Speaker.Email,
        (_, "tokenid") => AccessToken,
        _ => "example",
    };

    public override string ToString() => $"{Contract} {Route.Method} {Path} {Route.Condition}";

    // Of fields that exclude one another, those of the commoner way.
    private string? OAuth(string field) => field switch
    {
        "client_id" => OAuthClients.Shop.Id,
        "client_secret" => OAuthClients.Shop.Secret,
        "redirect_uri" or "redirect_uris" or "post_logout_redirect_uris" => OAuthClients.Shop.RedirectUri,
        "scope" => "openid offline_access",
        "token" => AccessToken,
        "response_type" or "response_types" => "code",
        "response_mode" => "query",
        "prompt" => "login",
        "max_age" => "60",
        "claims" => """{"userinfo":{"email":null}}""",
        "grant_types" => "authorization_code",
        "token_endpoint_auth_method" => "client_secret_basic",
        "subject_type" => "public",
        "id_token_signed_response_alg" => "ES256",
        "client_assertion" or "client_assertion_type" or "request" or "request_uri" or "id_token_hint" or "access_token" or "jwks" or "code_challenge" or "code_challenge_method" or "code_verifier" => null,
        _ => "example",
    };

    private static string Json(string[] fields, Func<string, string?> json)
    {
        var nested = fields.Where(name => name.Contains('.', StringComparison.Ordinal)).GroupBy(name => name.Split('.')[0], name => $"\"{name.Split('.')[1]}\":{json(name)}");
        var members = fields.Where(name => !name.Contains('.', StringComparison.Ordinal)).Select(name => $"\"{name}\":{json(name)}");
        return $"{{{string.Join(',', members.Concat(nested.Select(group => $"\"{group.Key}\":{{{string.Join(',', group)}}}")))}}}";
    }

    private string Object() => Json([.. BodyFields.Where(name => Example(name) is not null)], name => JsonValue.Create(Example(name)!).ToJsonString());

    private string Form()
    {
        var fields = BodyFields.Where(name => Example(name) is not null).Select(name => $"{name}={Uri.EscapeDataString(Example(name)!)}");
        return string.Join('&', Route.Condition is { } condition ? fields.Prepend($"{condition.Field}={condition.Value}") : fields);
    }
}
