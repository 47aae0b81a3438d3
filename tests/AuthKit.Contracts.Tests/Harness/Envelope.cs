using System.Text.Json;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>The shapes that the documents give their replies, to the order of their members.</summary>
internal static class Envelope
{
    /// <summary>Asserts that a reply is a failure in its contract's envelope, with something in it for a person to read.</summary>
    public static void AssertFailure(string contract, Answer answer, string? because = null)
    {
        var place = $"{because}\n{answer.Status} {answer.Body}";
        Assert.That(answer.Status, Is.GreaterThanOrEqualTo(400), place);
        Assert.That(answer.Header("Content-Type"), Is.EqualTo(contract == "account" ? "application/problem+json" : "application/json; charset=utf-8"), place);
        Assert.That(answer.Header("Cache-Control"), Is.EqualTo("no-store"), place);
        var json = answer.Json;
        Assert.That(json.ValueKind, Is.EqualTo(JsonValueKind.Object), place);
        var sentences = contract switch
        {
            "connect" => Connect(json, answer.Status, place),
            "laravel" => Laravel(json, answer.Status, place),
            "message-code" => MessageCode(json, answer.Status, place),
            "oauth" => OAuth(json, place),
            "account" => Account(json, answer.Status, place),
            _ => Tenant(json, place),
        };
        Assert.That(sentences.Where(sentence => sentence.Length > 0), Is.Not.Empty, place);
    }

    /// <summary>What features answer with where no envelope is around it.</summary>
    private static readonly string[] OfFeatures =
    [
        "challenge,expiresIn", "email", "methods", "accessToken,tokenType,expiresIn",
        "keys,scopes", "id,name,start,scopes,createdAt,expiresAt,rotatedAt,lastUsedAt", "id,key,name,start,scopes,createdAt,expiresAt,rotatedAt,formerUntil",
        "entries,next", "devices,next", "devices", "id,clientId,clientName,device,address,name,createdAt,lastUsedAt,current", "connections", "eraseAt", "format,version,exportedAt,account,tables,truncated",
    ];

    /// <summary>Asserts that a reply is a success in its contract's envelope.</summary>
    public static void AssertSuccess(string contract, Answer answer)
    {
        var members = answer.Body.Length == 0 ? "" : answer.Json.ValueKind is JsonValueKind.Array ? "[]" : Members(answer.Json);
        if (contract == "oauth")
        {
            Assert.That(members.Split(',')[0], Is.AnyOf("", "status", "sub", "request_uri", "device_code", "active", "client_id", "issuer"), answer.Body);
            return;
        }

        string[] documented = contract switch
        {
            "connect" => ["model,message,hasError,errorMessage,serverErrorMessage", "errorMessage,hasError,message,model,serverErrorMessage"],
            "laravel" => ["data,message,errors,code"],
            "message-code" => ["Content,Message,MessageCode"],
            "account" =>
            [
                "accessToken,tokenType,expiresIn,refreshToken",
                "id,email,emailVerified,userName,name,givenName,familyName,phoneNumber,address,contactEmail,createdAt",
                "[]",
                answer.Status is 201 or 202 or 204 ? "" : "accessToken",
                .. OfFeatures,
            ],
            _ => answer.Status == 201 ? ["", .. OfFeatures] : ["token,refreshToken", "", .. OfFeatures],
        };
        Assert.That(documented, Does.Contain(members), $"{answer.Status} {answer.Body}");
    }

    private static IEnumerable<string> Connect(JsonElement json, int status, string place)
    {
        Assert.That(Members(json), Is.EqualTo("model,message,hasError,errorMessage,serverErrorMessage"), place);
        Assert.That(json.GetProperty("hasError").GetBoolean(), Is.True, place);
        Assert.That(json.GetProperty("message").ValueKind, Is.EqualTo(JsonValueKind.Null), place);
        Assert.That(json.GetProperty("serverErrorMessage").GetArrayLength(), status >= 500 ? Is.GreaterThan(0) : Is.Zero, place);
        return Strings(json.GetProperty("errorMessage"));
    }

    private static IEnumerable<string> Laravel(JsonElement json, int status, string place)
    {
        Assert.That(Members(json), Is.EqualTo("code,data,message,errors"), place);
        Assert.That(json.GetProperty("code").GetInt32(), Is.EqualTo(status), place);
        Assert.That(json.GetProperty("data").ValueKind, Is.EqualTo(JsonValueKind.Null), place);
        return json.GetProperty("errors").EnumerateObject().SelectMany(field => Strings(field.Value)).Append(json.GetProperty("message").GetString()!);
    }

    private static IEnumerable<string> MessageCode(JsonElement json, int status, string place)
    {
        Assert.That(Members(json), Is.EqualTo("Content,Message,MessageCode"), place);
        Assert.That(json.GetProperty("Content").ValueKind, Is.EqualTo(JsonValueKind.Null), place);
        Assert.That(json.GetProperty("MessageCode").GetInt32(), Is.EqualTo(status >= 500 ? 191 : 2), place);
        return [json.GetProperty("Message").GetString()!];
    }

    // The documented routes, and those that the standards alone know.
    private static IEnumerable<string> OAuth(JsonElement json, string place)
    {
        Assert.That(Members(json), Is.AnyOf("status,message,error,error_description", "error,error_description"), place);
        if (json.TryGetProperty("status", out var status))
            Assert.That(status.GetString(), Is.EqualTo("ERROR"), place);
        Assert.That(json.GetProperty("error").GetString(), Does.Match("^[a-z_]+$"), place);
        return [json.GetProperty("error_description").GetString()!];
    }

    private static IEnumerable<string> Tenant(JsonElement json, string place)
    {
        Assert.That(Members(json), Is.EqualTo("success,message"), place);
        Assert.That(json.GetProperty("success").GetBoolean(), Is.False, place);
        return [json.GetProperty("message").GetString()!];
    }

    // RFC 9457 §3.1.
    private static IEnumerable<string> Account(JsonElement json, int status, string place)
    {
        Assert.That(Members(json), Is.AnyOf("type,title,status,detail", "type,title,status,detail,errors"), place);
        Assert.That(json.GetProperty("type").GetString(), Does.Match("^urn:authkit:problem:[a-z]+(-[a-z]+)*$"), place);
        Assert.That(json.GetProperty("title").GetString(), Is.Not.Empty, place);
        Assert.That(json.GetProperty("status").GetInt32(), Is.EqualTo(status), place);
        if (json.TryGetProperty("errors", out var errors))
            Assert.That(errors.EnumerateObject().SelectMany(field => Strings(field.Value)), Is.Not.Empty, place);
        return [json.GetProperty("detail").GetString()!];
    }

    private static string Members(JsonElement json) => string.Join(',', json.EnumerateObject().Select(member => member.Name));

    private static IEnumerable<string> Strings(JsonElement array) => array.EnumerateArray().Select(item => item.GetString()!);
}
