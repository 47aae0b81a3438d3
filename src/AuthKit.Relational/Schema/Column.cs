namespace AuthKit.Relational.Schema;

/// <summary>A column, for any engine.</summary>
internal sealed record Column(string Name, SqlType Type, int Length = 0)
{
    public bool Nullable { get; private init; }

    public Column OrNull() => this with { Nullable = true };

    public string Definition(SqlDialect dialect) => $"{Name} {dialect.ColumnType(Type, Length)} {(Nullable ? "NULL" : "NOT NULL")}";
}
