using AuthKit.Databases;
using AuthKit.Relational;
using AuthKit.Relational.Schemas;
using AuthKit.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using CustomerUsers = AuthKit.Docs.Tests.Extending.MemberStore;
using DriverFactory = Microsoft.Data.Sqlite.SqliteFactory;
using MyDialect = AuthKit.Sqlite.SqliteDialect;

namespace AuthKit.Docs.Tests.Stores;

/// <summary>What docs/stores.md shows and no other test has.</summary>
internal sealed class StoresPage : IStoreProvider
{
    public DatabaseEngine Engine => DatabaseEngine.Sqlite;

    public IDatabase Open(string connectionString) =>
        new RelationalDatabase(DriverFactory.Instance.CreateDataSource(connectionString), new MyDialect());

    public static void Home(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthKit(o => o.Issuer = "https://app.example")
            .UseSqlite("Data Source=app.db");
    }

    public static void WithoutMigrations(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthKit()
            .UseSqlite("Data Source=app.db", migrate: false);
    }

    public static void OwnUsers(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthKit().UseSqlite("Data Source=app.db").UseUsers<CustomerUsers>();
    }

    public static void Script()
    {
        File.WriteAllText("authkit.sql", SchemaScript.Write(new SqliteDialect()));
        File.WriteAllText("authkit-from-1.sql", SchemaScript.Write(new SqliteDialect(), from: 1));
    }
}
