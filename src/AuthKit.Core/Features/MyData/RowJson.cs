using System.Buffers.Text;
using System.Text.Json.Nodes;
using AuthKit.Records;
using AuthKit.Users;

namespace AuthKit.Features.MyData;

/// <summary>Writes rows for the person whom they are about: times as RFC 3339 has them, bytes in base64url (RFC 4648 §5), and no secrets.</summary>
internal static class RowJson
{
    public static JsonObject Of(AccountRow row)
    {
        var json = new JsonObject();
        foreach (var column in row.Table.Columns.Where(static column => !column.IsSecret))
            json.Add(column.Name, Of(row.Values[column.Index], column.Type));
        return json;
    }

    private static JsonValue? Of(Value value, ColumnType type) => value.IsNull ? null : type switch
    {
        ColumnType.Id => JsonValue.Create(value.Id),
        ColumnType.Time => JsonValue.Create(value.Time),
        ColumnType.Text or ColumnType.ExactText => JsonValue.Create(value.Text),
        ColumnType.Binary => JsonValue.Create(Base64Url.EncodeToString(value.Binary)),
        ColumnType.Boolean => JsonValue.Create(value.Boolean),
        _ => JsonValue.Create(value.Number),
    };
}
