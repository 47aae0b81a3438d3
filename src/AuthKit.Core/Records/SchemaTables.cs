namespace AuthKit.Records;

/// <summary>A step of AuthKit's own schema that a database has taken.</summary>
/// <param name="Version">The version that the step leads to.</param>
public sealed record SchemaStep(int Version);

/// <summary>A step of another <see cref="Schema"/> that a database has taken.</summary>
/// <param name="Schema">The schema's name.</param>
/// <param name="Version">The version that the step leads to.</param>
public sealed record FeatureStep(string Schema, int Version);

/// <summary>Where a database keeps the versions of its schemas.</summary>
public static class SchemaTables
{
    /// <summary>A row for every step of AuthKit's own schema. It is made before the first step.</summary>
    public static Table<SchemaStep> Own { get; } = MakeOwn();

    /// <summary>A row for every step of a feature's schema.</summary>
    public static Table<FeatureStep> Features { get; } = MakeFeatures();

    private static Table<SchemaStep> MakeOwn()
    {
        var rows = new Table<SchemaStep>("authkit_schema");
        var version = rows.Integer("version", static step => step.Version);
        rows.KeyedBy(version);
        rows.ReadBy(row => new(row.Get(version)));
        return rows;
    }

    private static Table<FeatureStep> MakeFeatures()
    {
        var rows = new Table<FeatureStep>("authkit_feature_schema", since: 4);
        var schema = rows.ExactText("name", 63, static step => step.Schema).MapsTo(nameof(FeatureStep.Schema));
        var version = rows.Integer("version", static step => step.Version);
        rows.KeyedBy(schema, version);
        rows.ReadBy(row => new(row.Get(schema), row.Get(version)));
        return rows;
    }
}
