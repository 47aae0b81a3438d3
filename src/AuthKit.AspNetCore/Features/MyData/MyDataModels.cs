using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AuthKit.Features.MyData;

/// <summary>Everything that is kept of a person. Its members are named the same under every contract: it is one documented format, for whatever reads it.</summary>
internal sealed record MyDataDocument(
    [property: JsonPropertyName("format")] string Format,
    [property: JsonPropertyName("version")] int Version,
    [property: JsonPropertyName("exportedAt")] DateTimeOffset ExportedAt,
    [property: JsonPropertyName("account")] JsonObject Account,
    [property: JsonPropertyName("tables")] JsonObject Tables,
    [property: JsonPropertyName("truncated")] IReadOnlyList<string> Truncated)
{
    public static MyDataDocument Of(MyDataExport export) => new(MyDataExport.Format, MyDataExport.Version, export.ExportedAt, export.Account, export.Tables, export.Truncated);
}

/// <summary>When an account is erased.</summary>
internal sealed record DeletionModel(DateTimeOffset EraseAt)
{
    public static DeletionModel Of(AccountDeletion deletion) => new(deletion.EraseAt);
}
