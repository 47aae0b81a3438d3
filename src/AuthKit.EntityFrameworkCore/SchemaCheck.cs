using System.Data.Common;
using AuthKit.EntityFrameworkCore.Model;
using Microsoft.EntityFrameworkCore;

namespace AuthKit.EntityFrameworkCore;

/// <summary>Tells a host in its own terms what its model or database lacks.</summary>
internal static class SchemaCheck
{
    /// <returns>The version of the schema that was found.</returns>
    /// <exception cref="InvalidOperationException">Something is missing.</exception>
    public static async Task<int> RunAsync(DbContext context, CancellationToken cancellationToken)
    {
        var name = context.GetType().Name;
        if (context.Model.FindEntityType(typeof(SchemaStep)) is null)
            throw new InvalidOperationException($"{name} has no tables of AuthKit's: call modelBuilder.UseAuthKit(Database) in its OnModelCreating.");
        int? version;
        try
        {
            version = await context.Set<SchemaStep>().MaxAsync(static step => (int?)step.Version, cancellationToken);
        }
        catch (DbException e) when (ErrorTranslation.Translate(e, context.GetType(), cancellationToken) is null)
        {
            throw new InvalidOperationException($"AuthKit's tables cannot be read from the database of {name}. {Remedy(name)}", e);
        }

        return version >= SchemaStep.Current
            ? version.Value
            : throw new InvalidOperationException($"The database of {name} is at version {version ?? 0} of AuthKit's schema, this release needs {SchemaStep.Current}. {Remedy(name)}");
    }

    private static string Remedy(string name) =>
        $"Migrations are the host's: run 'dotnet ef migrations add AuthKit --context {name}' and 'dotnet ef database update --context {name}'.";
}
