using System.Buffers.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>What a client signs, an assertion or a request object, by the types that RFC 7519 §4.1 gives its claims: the token handler lets a text pass for a number, and one audience of several for the only one.</summary>
internal sealed class AssertionClaims
{
    private const double LongestLife = 3600;
    private const double ClockSkew = 30;

    private static readonly string[] RequestObjectTypes = ["oauth-authz-req+jwt", "application/oauth-authz-req+jwt"];

    private readonly JsonElement _payload;

    private AssertionClaims(JsonElement payload) => _payload = payload;

    /// <summary>The audience, where there is one (FAPI 2.0 §5.3.2.1 wants no more: CVE-2025-27370).</summary>
    public string? Audience => Text(JwtRegisteredClaimNames.Aud);

    /// <summary>Who says so.</summary>
    public string? Issuer => Text(JwtRegisteredClaimNames.Iss);

    /// <summary>Of whom.</summary>
    public string? Subject => Text(JwtRegisteredClaimNames.Sub);

    /// <summary>The assertion's id; null where it is missing, empty, or no text.</summary>
    public string? Id => Text(JwtRegisteredClaimNames.Jti) is { Length: > 0 } id ? id : null;

    /// <summary>The claims; null where they are not one JSON object (RFC 7519 §7.2): the token handler passes over what comes after one.</summary>
    public static AssertionClaims? Of(JsonWebToken verified)
    {
        try
        {
            return JsonElement.Parse(Base64Url.DecodeFromChars(verified.EncodedPayload)) is { ValueKind: JsonValueKind.Object } payload ? new(payload) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a token says that it is a request object (RFC 9101 §10.8.1), and so is nothing else.</summary>
    public static bool IsRequestObject(JsonWebToken token) => RequestObjectTypes.Contains(token.Typ, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it counts at a point in time: until it expires, which is within the hour, and not before it was issued.</summary>
    /// <param name="at">Now.</param>
    /// <param name="grace">For how long after its expiry it counts still.</param>
    public bool IsTimely(DateTimeOffset at, TimeSpan grace = default)
    {
        var now = at.ToUnixTimeMilliseconds() / 1000.0;
        return HasTimes
            && Time(JwtRegisteredClaimNames.Exp) is { } expires && now - ClockSkew - grace.TotalSeconds < expires && expires - now < LongestLife
            && !(Time(JwtRegisteredClaimNames.Nbf) > now + ClockSkew)
            && !(Time(JwtRegisteredClaimNames.Iat) > now + ClockSkew);
    }

    /// <summary>A claim as a parameter of a request (RFC 9101 §4), a number or an object as the JSON that it is; null where it is missing, null, or empty.</summary>
    public string? Parameter(string name) => !_payload.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
        _ => value.GetRawText(),
    };

    /// <summary>A claim as a parameter that may come several times, an array of texts or one (RFC 8707 §2); empty where it is missing, and one empty value where it is neither.</summary>
    public IReadOnlyList<string> Parameters(string name) => !_payload.TryGetProperty(name, out var value) ? [] : value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => [.. value.EnumerateArray().Select(static one => one.ValueKind is JsonValueKind.String ? one.GetString()! : "")],
        _ => [""],
    };

    private bool HasTimes => Time(JwtRegisteredClaimNames.Exp) is not null
        && IsNumberOrMissing(JwtRegisteredClaimNames.Iat) && IsNumberOrMissing(JwtRegisteredClaimNames.Nbf);

    private double? Time(string claim) => _payload.TryGetProperty(claim, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetDouble() : null;

    private bool IsNumberOrMissing(string claim) => !_payload.TryGetProperty(claim, out _) || Time(claim) is not null;

    private string? Text(string claim) => _payload.TryGetProperty(claim, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
