using AuthKit.Hosting;
using AuthKit.Records;

namespace AuthKit.Relational.Schemas;

/// <summary>The schema as SQL, for databases on which the application may not define tables.</summary>
public static class SchemaScript
{
    /// <summary>The statements, separated by semicolons, that bring a database up to this release's version of AuthKit's own schema.</summary>
    /// <param name="dialect">The engine.</param>
    /// <param name="from">The version that the database has; 0 for one that AuthKit has not used.</param>
    public static string Write(SqlDialect dialect, int from = 0) => Write(dialect, AuthKitSchema.Current, from);

    /// <summary>The statements, separated by semicolons, that bring a database up to a schema's version; AuthKit's own comes before a feature's.</summary>
    /// <param name="dialect">The engine.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="from">The version that the database has; 0 for one that has none of it.</param>
    public static string Write(SqlDialect dialect, Schema schema, int from = 0)
    {
        var first = from == 0 ? SchemaSteps.First(dialect) : [];
        var steps = Enumerable.Range(from + 1, schema.Version - from).SelectMany(version => SchemaSteps.Write(schema, version, dialect));
        return string.Concat(first.Concat(steps).Select(static statement => $"{statement};\n"));
    }
}
