namespace AuthKit.Relational.Schema;

/// <summary>A column, for any engine.</summary>
internal sealed record Column(string Name, SqlType Type, int Length = 0)
{
    public bool Nullable { get; private init; }

    public Column OrNull() => this with { Nullable = true };

    /// <summary>The statement that adds the column to a table that has been made.</summary>
    public string Add(string table, SqlDialect dialect) => $"{dialect.AddColumn(table, Name)} {Definition(dialect)}";

    public string Definition(SqlDialect dialect) => $"{Name} {dialect.ColumnType(Type, Length)} {(Nullable ? "NULL" : "NOT NULL")}";
}
