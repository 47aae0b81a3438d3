using AuthKit.Databases;
using AuthKit.MySql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps AuthKit's data in MySQL or MariaDB.</summary>
public static class MySqlAuthKitBuilderExtensions
{
    /// <summary>Makes a database of MySQL's or MariaDB's the home database.</summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    /// <param name="connectionString">For example <c>Server=db;Database=app;User ID=app;Password=…</c>.</param>
    /// <param name="migrate">Whether AuthKit brings the schema up to date at first use.</param>
    public static AuthKitBuilder UseMySql(this AuthKitBuilder builder, string connectionString, bool migrate = true) =>
        builder.UseDatabase<MySqlStoreProvider>(new(DatabaseEngine.MySql.KeyIdentifier, connectionString, migrate));

    /// <summary>Lets tenants live in databases of MySQL's or MariaDB's.</summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    public static AuthKitBuilder AddMySql(this AuthKitBuilder builder) => builder.AddStore<MySqlStoreProvider>();
}
