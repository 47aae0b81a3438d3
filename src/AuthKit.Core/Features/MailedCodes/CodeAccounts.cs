using System.Text.Json;
using System.Text.Json.Serialization;

namespace AuthKit.Features.MailedCodes;

/// <summary>The accounts of a request, as they are kept.</summary>
internal static class CodeAccounts
{
    public static byte[] Write(IReadOnlyList<CodeAccount> accounts) => JsonSerializer.SerializeToUtf8Bytes([.. accounts], CodeAccountJson.Default.CodeAccountArray);

    public static CodeAccount[] Read(byte[] kept) => JsonSerializer.Deserialize(kept, CodeAccountJson.Default.CodeAccountArray)!;
}

[JsonSerializable(typeof(CodeAccount[]))]
internal sealed partial class CodeAccountJson : JsonSerializerContext;
