using AuthKit.Databases;
using AuthKit.PostgreSql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps AuthKit's data in PostgreSQL.</summary>
public static class PostgreSqlAuthKitBuilderExtensions
{
    /// <summary>Makes a database of PostgreSQL's the home database.</summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    /// <param name="connectionString">For example <c>Host=db;Database=app;Username=app;Password=…</c>.</param>
    /// <param name="migrate">Whether AuthKit brings the schema up to date at first use.</param>
    public static AuthKitBuilder UsePostgreSql(this AuthKitBuilder builder, string connectionString, bool migrate = true) =>
        builder.UseDatabase<PostgreSqlStoreProvider>(new(DatabaseEngine.PostgreSql.KeyIdentifier, connectionString, migrate));

    /// <summary>Lets tenants live in databases of PostgreSQL's.</summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    public static AuthKitBuilder AddPostgreSql(this AuthKitBuilder builder) => builder.AddStore<PostgreSqlStoreProvider>();
}
