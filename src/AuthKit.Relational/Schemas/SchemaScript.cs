using AuthKit.Hosting;
using AuthKit.Records;

namespace AuthKit.Relational.Schemas;

/// <summary>The schema as SQL, for databases on which the application may not define tables.</summary>
public static class SchemaScript
{
    /// <summary>The statements, separated by semicolons, that bring a database up to a schema's version.</summary>
    /// <param name="dialect">The engine.</param>
    /// <param name="from">The version that the database has; 0 for one that has none of it.</param>
    /// <param name="schema">The schema; null for AuthKit's own, which comes before a feature's.</param>
    public static string Write(SqlDialect dialect, int from = 0, Schema? schema = null)
    {
        schema ??= AuthKitSchema.Current;
        var first = from == 0 ? SchemaSteps.First(dialect) : [];
        var steps = Enumerable.Range(from + 1, schema.Version - from).SelectMany(version => SchemaSteps.Write(schema, version, dialect));
        return string.Concat(first.Concat(steps).Select(static statement => $"{statement};\n"));
    }
}
