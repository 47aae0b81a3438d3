namespace AuthKit.Relational.Schema;

/// <summary>The schema as SQL, for databases on which the application may not define tables.</summary>
public static class SchemaScript
{
    /// <summary>The version of the schema that this release works with.</summary>
    public static int Version => Migration.All[^1].Version;

    /// <summary>The statements, separated by semicolons, that bring a database up to <see cref="Version"/>.</summary>
    /// <param name="dialect">The engine.</param>
    /// <param name="from">The version that the database has; 0 for one that AuthKit has not used.</param>
    public static string Write(SqlDialect dialect, int from = 0)
    {
        var first = from == 0 ? Migration.Steps.Create(dialect) : [];
        var steps = Migration.All.Where(migration => migration.Version > from).SelectMany(migration => migration.Script(dialect));
        return string.Concat(first.Concat(steps).Select(statement => $"{statement};\n"));
    }
}
