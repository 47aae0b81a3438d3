using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using AuthKit.Records;

namespace AuthKit.Grants;

/// <summary>What a flow keeps in <see cref="Grant.Data"/>. No page shows it, so that nothing is escaped that JSON does not want escaped.</summary>
internal static class GrantData
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = ReflectedJson.Resolver };

    public static byte[] Write<[DynamicallyAccessedMembers(ReflectedJson.Members)] T>(T data) => JsonSerializer.SerializeToUtf8Bytes(data, Json);

    public static T Read<[DynamicallyAccessedMembers(ReflectedJson.Members)] T>(Grant grant) => JsonSerializer.Deserialize<T>(grant.Data, Json)!;
}
