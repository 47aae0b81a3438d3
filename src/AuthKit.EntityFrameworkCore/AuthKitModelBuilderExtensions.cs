using AuthKit.EntityFrameworkCore.Model;
using AuthKit.EntityFrameworkCore.Providers;
using AuthKit.Hosting;
using AuthKit.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Adds AuthKit's tables to a host's model.</summary>
public static class AuthKitModelBuilderExtensions
{
    /// <summary>
    /// Adds the tables that AuthKit's own adapter for the engine makes: the same names, types, keys and indexes. Call it in
    /// <c>OnModelCreating</c>: <c>modelBuilder.UseAuthKit(Database);</c>
    /// </summary>
    /// <param name="modelBuilder">The host's model.</param>
    /// <param name="database">The context's <see cref="DbContext.Database"/>, which knows the engine.</param>
    /// <param name="features">The tables of features, where the host registers any.</param>
    /// <exception cref="NotSupportedException">AuthKit does not know the provider.</exception>
    public static ModelBuilder UseAuthKit(this ModelBuilder modelBuilder, DatabaseFacade database, params Schema[] features)
    {
        var provider = Provider.Of(database.ProviderName);
        foreach (var table in features.Prepend(AuthKitSchema.Current).SelectMany(static schema => schema.Tables).Prepend(SchemaTables.Own))
            modelBuilder.AddTable(table, provider);
        // The steps that the tables stand for, so that another adapter that opens the database finds them taken.
        modelBuilder.Entity<SchemaStep>().HasData(Versions(AuthKitSchema.Current).Select(static version => new SchemaStep(version)));
        modelBuilder.Entity<FeatureStep>().HasData(features.SelectMany(static schema => Versions(schema).Select(version => new FeatureStep(schema.Name, version))));
        return modelBuilder;
    }

    private static IEnumerable<int> Versions(Schema schema) => Enumerable.Range(1, schema.Version);
}
