using AuthKit.Records;

namespace AuthKit.EntityFrameworkCore.Providers;

/// <summary>SQL Server: ids are 16 bytes, which sort by age as a uniqueidentifier would not.</summary>
internal sealed class SqlServerProvider : Provider
{
    public override StoreType TypeOf(ColumnType type, int length) => type switch
    {
        ColumnType.Id => new("binary(16)", Converter: Converters.IdToBytes),
        ColumnType.Time => new("datetime2(6)", Converter: Converters.TimeToDateTime),
        ColumnType.Text => new($"nvarchar({length})"),
        ColumnType.ExactText => new($"nvarchar({length})", Collation: "Latin1_General_100_BIN2"),
        ColumnType.Binary => new($"varbinary({length})"),
        ColumnType.Boolean => new("bit"),
        ColumnType.BigInteger => new("bigint"),
        _ => new("int"),
    };

    public override string SelectSome(string select, int rows) => select.Insert("SELECT".Length, $" TOP ({rows})");

    public override string DeleteSome(string table, string key, string condition, int rows) => $"DELETE TOP ({rows}) FROM {table} WHERE {condition}";

    /// <summary>In a transaction, so that a deadlock undoes both: sent again, the update would otherwise find its own work and take it for another's.</summary>
    public override string UpdateAndSelect(string update, string select) =>
        $"SET XACT_ABORT ON;\nBEGIN TRANSACTION;\n{update};\n{select};\nCOMMIT TRANSACTION;";
}
