using System.Data.Common;
using AuthKit.Hosting;
using AuthKit.Records;
using Microsoft.EntityFrameworkCore;

namespace AuthKit.EntityFrameworkCore;

/// <summary>Tells a host in its own terms what its model or database lacks.</summary>
internal static class SchemaCheck
{
    /// <returns>The number of schemas that were found.</returns>
    /// <exception cref="InvalidOperationException">Something is missing.</exception>
    public static async Task<int> RunAsync(DbContext context, IReadOnlyList<Schema> schemas, CancellationToken cancellationToken)
    {
        foreach (var schema in schemas)
            await RunAsync(context, schema, cancellationToken);
        return schemas.Count;
    }

    private static async Task RunAsync(DbContext context, Schema schema, CancellationToken cancellationToken)
    {
        var name = context.GetType().Name;
        var own = schema.Name == AuthKitSchema.Current.Name;
        if (schema.Tables.FirstOrDefault(table => context.Model.FindEntityType(table.RecordType) is null) is { } missing)
            throw new InvalidOperationException($"{name} has no table {missing}: call modelBuilder.UseAuthKit({(own ? "Database" : $"Database, …), with the schema '{schema.Name}'")}) in its OnModelCreating.");
        var versions = own
            ? context.Set<SchemaStep>().Select(static step => (int?)step.Version)
            : context.Set<FeatureStep>().Where(step => step.Schema == schema.Name).Select(static step => (int?)step.Version);
        int? version;
        try
        {
            version = await versions.MaxAsync(cancellationToken);
        }
        catch (DbException e) when (ErrorTranslation.Translate(e, context.GetType(), cancellationToken) is null)
        {
            throw new InvalidOperationException($"AuthKit's tables cannot be read from the database of {name}. {Remedy(name)}", e);
        }

        if (version is null || version < schema.Version)
            throw new InvalidOperationException($"The database of {name} is at version {version ?? 0} of the schema '{schema.Name}', this release needs {schema.Version}. {Remedy(name)}");
    }

    private static string Remedy(string name) =>
        $"Migrations are the host's: run 'dotnet ef migrations add AuthKit --context {name}' and 'dotnet ef database update --context {name}'.";
}
