using System.Text.Json;

namespace AuthKit.Grants;

/// <summary>What a flow keeps in <see cref="Grant.Data"/>.</summary>
internal static class GrantData
{
    public static byte[] Write<T>(T data) => JsonSerializer.SerializeToUtf8Bytes(data);

    public static T Read<T>(Grant grant) => JsonSerializer.Deserialize<T>(grant.Data)!;
}
