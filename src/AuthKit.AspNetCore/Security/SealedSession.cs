using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;

namespace AuthKit.Security;

/// <summary>What the session's cookie holds, sealed so that neither a script nor whoever finds the cookie on a disk reads a token in it.</summary>
internal sealed record SealedSession(
    [property: JsonPropertyName("a")] string AccessToken,
    [property: JsonPropertyName("r")] string RefreshToken,
    [property: JsonPropertyName("e")] DateTimeOffset ExpiresAt,
    [property: JsonPropertyName("p")] bool Persistent)
{
    public string Seal(IDataProtector protector) =>
        Base64Url.EncodeToString(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(this, SealedSessionJson.Default.SealedSession)));

    /// <summary>Null for what was altered, or sealed by another host.</summary>
    public static SealedSession? Open(string cookie, IDataProtector protector) =>
        Base64Url.IsValid(cookie) && protector.TryUnprotect(Base64Url.DecodeFromChars(cookie), out var data) ? JsonSerializer.Deserialize(data, SealedSessionJson.Default.SealedSession) : null;

    public override string ToString() => nameof(SealedSession);
}

[JsonSerializable(typeof(SealedSession))]
internal sealed partial class SealedSessionJson : JsonSerializerContext;
