using System.Text.Encodings.Web;
using System.Text.Json;

namespace AuthKit.Grants;

/// <summary>What a flow keeps in <see cref="Grant.Data"/>. No page shows it, so that nothing is escaped that JSON does not want escaped.</summary>
internal static class GrantData
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write<T>(T data) => JsonSerializer.SerializeToUtf8Bytes(data, Json);

    public static T Read<T>(Grant grant) => JsonSerializer.Deserialize<T>(grant.Data)!;
}
