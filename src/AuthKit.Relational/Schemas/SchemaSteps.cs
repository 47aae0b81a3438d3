using AuthKit.Records;

namespace AuthKit.Relational.Schemas;

/// <summary>The steps of a schema in SQL, derived from what its tables say of themselves.</summary>
internal static class SchemaSteps
{
    /// <summary>What makes the table of versions, where it is not there yet.</summary>
    public static IEnumerable<string> First(SqlDialect dialect) => Create(SchemaTables.Own, SchemaTables.Own.Since, dialect);

    /// <summary>The statements that lead from the version before to this one, and note it.</summary>
    public static IEnumerable<string> Write(Schema schema, int version, SqlDialect dialect)
    {
        foreach (var table in schema.Tables.Where(table => table.Since == version))
        {
            foreach (var statement in Create(table, version, dialect))
                yield return statement;
        }

        // By name: released steps did it so, and they never change.
        foreach (var table in schema.Tables.Where(table => table.Since < version).OrderBy(static table => table.Name, StringComparer.Ordinal))
        {
            foreach (var statement in Alter(table, version, dialect))
                yield return statement;
        }

        yield return Note(schema, version);
    }

    /// <summary>What reads the version that a database has; it fails where the schema was never made.</summary>
    public static string Version(Schema schema) => IsOwn(schema)
        ? $"SELECT MAX(version) FROM {SchemaTables.Own.Name}"
        : $"SELECT MAX(version) FROM {SchemaTables.Features.Name} WHERE name = '{schema.Name}'";

    private static string Note(Schema schema, int version) => IsOwn(schema)
        ? $"INSERT INTO {SchemaTables.Own.Name} (version) VALUES ({version})"
        : $"INSERT INTO {SchemaTables.Features.Name} (name, version) VALUES ('{schema.Name}', {version})";

    private static bool IsOwn(Schema schema) => schema.Tables.Contains(SchemaTables.Features);

    private static IEnumerable<string> Create(Table table, int version, SqlDialect dialect)
    {
        TableIndex[] indexes = [.. table.Indexes.Where(index => index.Since == version)];
        string[] lines =
        [
            .. table.Columns.Where(column => column.Since <= version).Select(column => Definition(column, dialect)),
            $"CONSTRAINT {table.Key.Name} PRIMARY KEY ({Names(table.Key)})",
            .. dialect.IndexesInTable ? indexes.Select(index => $"{(index.Unique ? "UNIQUE INDEX" : "INDEX")} {index.Name} {Over(index, dialect)}") : [],
        ];
        yield return $"{dialect.CreateTable(table.Name)} (\n    {string.Join(",\n    ", lines)}\n){dialect.TableOptions}";
        if (dialect.IndexesInTable)
            yield break;
        foreach (var index in indexes)
            yield return Create(table, index, dialect);
    }

    private static IEnumerable<string> Alter(Table table, int version, SqlDialect dialect) =>
    [
        .. table.Columns.Where(column => column.Since == version).Select(column => $"{dialect.AddColumn(table.Name, column.Name)} {Definition(column, dialect)}"),
        .. table.Indexes.Where(index => index.Since == version).Select(index => Create(table, index, dialect)),
        .. table.Indexes.Where(index => index.Until == version).Select(index => dialect.DropIndex(index.Name, table.Name)),
    ];

    private static string Create(Table table, TableIndex index, SqlDialect dialect) =>
        $"{dialect.CreateIndex(index.Name, table.Name, index.Unique)} {Over(index, dialect)}";

    private static string Definition(Column column, SqlDialect dialect) =>
        $"{column.Name} {dialect.TypeOf(column.Type, column.Length)} {(column.Nullable ? "NULL" : "NOT NULL")}";

    private static string Over(TableIndex index, SqlDialect dialect)
    {
        var nullable = index.Unique ? Array.Find(index.Columns, static column => column.Nullable) : null;
        return $"({Names(index)}){(nullable is null ? "" : dialect.UniqueUnlessNull(nullable.Name))}";
    }

    private static string Names(TableIndex index) => string.Join(", ", index.Columns.Select(static column => column.Name));
}
