using AuthKit.Databases;
using AuthKit.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps AuthKit's data in SQLite.</summary>
public static class SqliteAuthKitBuilderExtensions
{
    /// <summary>Makes a file of SQLite's the home database.</summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    /// <param name="connectionString">For example <c>Data Source=app.db</c>.</param>
    /// <param name="migrate">Whether AuthKit brings the schema up to date at first use.</param>
    public static AuthKitBuilder UseSqlite(this AuthKitBuilder builder, string connectionString, bool migrate = true) =>
        builder.UseDatabase<SqliteStoreProvider>(new(DatabaseEngine.Sqlite.KeyIdentifier, connectionString, migrate));

    /// <summary>Lets tenants live in files of SQLite's.</summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    public static AuthKitBuilder AddSqlite(this AuthKitBuilder builder) => builder.AddStore<SqliteStoreProvider>();
}
