using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace AuthKit.Passkeys.Ceremonies;

/// <summary>A credential as a browser's <c>toJSON()</c> writes it (WebAuthn §5.1), within the sizes that authenticators keep to.</summary>
internal sealed class CredentialJson
{
    private const int LongestId = 1023;

    private CredentialJson(byte[] id, JsonElement response) => (Id, Response) = (id, response);

    /// <summary>The credential's id, not empty.</summary>
    public byte[] Id { get; }

    public JsonElement Response { get; }

    public static bool TryRead(JsonElement? json, [NotNullWhen(true)] out CredentialJson? credential)
    {
        credential = null;
        if (json is not { ValueKind: JsonValueKind.Object } sent
            || !sent.TryGetProperty("type", out var type) || type.ValueKind is not JsonValueKind.String || !type.ValueEquals("public-key")
            || !sent.TryGetProperty("response", out var response) || response.ValueKind is not JsonValueKind.Object
            || Bytes(sent, "id", LongestId) is not { Length: > 0 } id)
            return false;
        if (sent.TryGetProperty("rawId", out _) && !(Bytes(sent, "rawId", LongestId) is { } raw && raw.AsSpan().SequenceEqual(id)))
            return false;
        credential = new(id, response);
        return true;
    }

    /// <summary>A member of the response; null where it is missing, no base64url (RFC 4648 §5), or too long.</summary>
    public byte[]? Bytes(string member, int most) => Bytes(Response, member, most);

    private static byte[]? Bytes(JsonElement json, string member, int most)
    {
        if (!json.TryGetProperty(member, out var value) || value.ValueKind is not JsonValueKind.String || value.GetString() is not { } text)
            return null;
        if (text.Length > Base64Url.GetEncodedLength(most) || !text.AsSpan().TrimEnd('=').SequenceEqual(text) || !Base64Url.IsValid(text))
            return null;
        return Base64Url.DecodeFromChars(text);
    }
}
