using System.Buffers.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>What a client's assertion says, by the types that RFC 7519 §4.1 gives its claims: the token handler lets a text pass for a number, and one audience of several for the only one.</summary>
internal sealed class AssertionClaims
{
    private readonly JsonElement _payload;

    private AssertionClaims(JsonElement payload) => _payload = payload;

    /// <summary>The audience, where there is one (FAPI 2.0 §5.3.2.1 wants no more: CVE-2025-27370).</summary>
    public string? Audience => Text(JwtRegisteredClaimNames.Aud);

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

    /// <summary>Whether every time that is there is a number, and the expiry is there.</summary>
    public bool HasTimes => Time(JwtRegisteredClaimNames.Exp) is not null
        && IsNumberOrMissing(JwtRegisteredClaimNames.Iat) && IsNumberOrMissing(JwtRegisteredClaimNames.Nbf);

    /// <summary>A time in seconds since 1970; null where it is missing or no number.</summary>
    public double? Time(string claim) => _payload.TryGetProperty(claim, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetDouble() : null;

    private bool IsNumberOrMissing(string claim) => !_payload.TryGetProperty(claim, out _) || Time(claim) is not null;

    private string? Text(string claim) => _payload.TryGetProperty(claim, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
