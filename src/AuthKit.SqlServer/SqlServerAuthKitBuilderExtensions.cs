using AuthKit.Databases;
using AuthKit.SqlServer;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps AuthKit's data in SQL Server or Azure SQL.</summary>
public static class SqlServerAuthKitBuilderExtensions
{
    /// <summary>Makes a database of SQL Server's the home database.</summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    /// <param name="connectionString">For example <c>Server=db;Database=app;User ID=app;Password=…;Encrypt=true</c>.</param>
    /// <param name="migrate">Whether AuthKit brings the schema up to date at first use.</param>
    public static AuthKitBuilder UseSqlServer(this AuthKitBuilder builder, string connectionString, bool migrate = true) =>
        builder.UseDatabase<SqlServerStoreProvider>(new(DatabaseEngine.SqlServer.KeyIdentifier, connectionString, migrate));

    /// <summary>Lets tenants live in databases of SQL Server's.</summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    public static AuthKitBuilder AddSqlServer(this AuthKitBuilder builder) => builder.AddStore<SqlServerStoreProvider>();
}
