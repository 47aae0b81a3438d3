namespace AuthKit.EntityFrameworkCore.Types;

internal sealed class PostgreSqlTypes : ColumnTypes
{
    public override ColumnType Id { get; } = new("uuid");

    public override ColumnType Time { get; } = new("timestamp with time zone", Converter: new MicrosecondConverter());

    public override ColumnType Integer { get; } = new("integer");

    public override ColumnType BigInteger { get; } = new("bigint");

    public override ColumnType Boolean { get; } = new("boolean");

    public override ColumnType Binary(int length) => new("bytea");

    public override ColumnType Text(int length) => new($"character varying({length})");

    public override ColumnType ExactText(int length) => new($"character varying({length})", Collation: "C");
}
