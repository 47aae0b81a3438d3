namespace AuthKit.Relational.Schema;

/// <summary>A table, for any engine.</summary>
internal sealed record Table(string Name, Column[] Columns, string[] Key, TableIndex[] Indexes)
{
    /// <summary>The statements that make the table where it is not there yet.</summary>
    public IEnumerable<string> Create(SqlDialect dialect)
    {
        string[] lines =
        [
            .. Columns.Select(column => column.Definition(dialect)),
            $"CONSTRAINT pk_{Name} PRIMARY KEY ({string.Join(", ", Key)})",
            .. dialect.IndexesInTable ? Indexes.Select(index => index.Definition(this, dialect)) : [],
        ];
        yield return $"{dialect.CreateTable(Name)} (\n    {string.Join(",\n    ", lines)}\n){dialect.TableOptions}";
        if (dialect.IndexesInTable)
            yield break;
        foreach (var index in Indexes)
            yield return index.Create(this, dialect);
    }
}
