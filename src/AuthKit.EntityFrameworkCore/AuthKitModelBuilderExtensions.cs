using AuthKit.EntityFrameworkCore.Model;
using AuthKit.EntityFrameworkCore.Types;
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
    /// <exception cref="NotSupportedException">AuthKit does not know the provider.</exception>
    public static ModelBuilder UseAuthKit(this ModelBuilder modelBuilder, DatabaseFacade database)
    {
        var types = ColumnTypes.Of(database.ProviderName);
        return modelBuilder
            .ApplyConfiguration(new UserTable(types))
            .ApplyConfiguration(new ExternalLoginTable(types))
            .ApplyConfiguration(new SessionTable(types))
            .ApplyConfiguration(new GrantTable(types))
            .ApplyConfiguration(new KeyTable(types))
            .ApplyConfiguration(new DirectoryTable(types))
            .ApplyConfiguration(new TenantTable(types))
            .ApplyConfiguration(new ClientTable(types))
            .ApplyConfiguration(new ConsentTable(types))
            .ApplyConfiguration(new SchemaTable(types));
    }
}
