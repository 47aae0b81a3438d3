namespace AuthKit.Relational.Schema;

/// <summary>An index over some of a table's columns.</summary>
internal sealed record TableIndex(string[] Columns, bool Unique = false)
{
    /// <summary>The index as a line of the table's definition.</summary>
    public string Definition(Table table, SqlDialect dialect) => $"{(Unique ? "UNIQUE INDEX" : "INDEX")} {Name(table)} {Over(table, dialect)}";

    /// <summary>The index as a statement of its own.</summary>
    public string Create(Table table, SqlDialect dialect) => $"{dialect.CreateIndex(Name(table), table.Name, Unique)} {Over(table, dialect)}";

    private string Name(Table table) => $"ix_{table.Name}_{string.Join('_', Columns)}";

    private string Over(Table table, SqlDialect dialect)
    {
        var nullable = Unique ? table.Columns.FirstOrDefault(column => column.Nullable && Columns.Contains(column.Name)) : null;
        return $"({string.Join(", ", Columns)}){(nullable is null ? "" : dialect.UniqueUnlessNull(nullable.Name))}";
    }
}
