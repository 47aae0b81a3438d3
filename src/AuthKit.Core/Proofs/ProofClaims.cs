using System.Buffers.Text;
using System.Text.Json;

namespace AuthKit.Proofs;

/// <summary>What a proof says, by the types that its claims have (RFC 9449 §4.2).</summary>
/// <param name="Id">The <c>jti</c>.</param>
/// <param name="Method">The <c>htm</c>.</param>
/// <param name="Address">The <c>htu</c>.</param>
/// <param name="IssuedAt">The <c>iat</c>, in seconds since 1970.</param>
internal sealed record ProofClaims(string Id, string Method, string Address, double IssuedAt)
{
    private const int MaxId = 256;
    private const int MaxAddress = 4000;

    // Of two members with one name, another reader may take the other (RFC 8725 §2.4).
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The <c>nonce</c>, where there is one.</summary>
    public string? Nonce { get; private init; }

    /// <summary>The <c>ath</c>, where there is one.</summary>
    public string? TokenHash { get; private init; }

    /// <summary>One JSON object in base64url, or null.</summary>
    public static JsonElement? Json(string encoded)
    {
        try
        {
            return JsonElement.Parse(Base64Url.DecodeFromChars(encoded), Strict) is { ValueKind: JsonValueKind.Object } json ? json : null;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The claims; null where one is missing, or not of its type.</summary>
    public static ProofClaims? Read(string payload)
    {
        if (Json(payload) is not { } json
            || !Text("jti", out var id) || id is not { Length: > 0 and <= MaxId }
            || !Text("htm", out var method) || method is null
            || !Text("htu", out var address) || address is not { Length: > 0 and <= MaxAddress }
            || !json.TryGetProperty("iat", out var issued) || issued.ValueKind is not JsonValueKind.Number
            || !Text("nonce", out var nonce) || !Text("ath", out var tokenHash))
            return null;
        return new(id, method, address, issued.GetDouble()) { Nonce = nonce, TokenHash = tokenHash };

        // Whether it is a text, or not there.
        bool Text(string member, out string? text)
        {
            text = null;
            if (!json.TryGetProperty(member, out var value))
                return true;
            text = value.ValueKind is JsonValueKind.String ? value.GetString() : null;
            return text is not null;
        }
    }
}
