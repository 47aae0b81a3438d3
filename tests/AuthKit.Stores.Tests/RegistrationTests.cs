using AuthKit.Databases;
using AuthKit.MySql;
using AuthKit.PostgreSql;
using AuthKit.SqlServer;
using AuthKit.Sqlite;
using AuthKit.Stores.Tests.EntityFramework;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace AuthKit.Stores.Tests;

public sealed class RegistrationTests
{
    [Test]
    public void UseSqlite_names_the_home_database_and_registers_its_engine_once() =>
        Registers<SqliteStoreProvider>(DatabaseEngine.Sqlite, builder => builder.UseSqlite("a connection string", migrate: false).AddSqlite());

    [Test]
    public void UsePostgreSql_names_the_home_database_and_registers_its_engine_once() =>
        Registers<PostgreSqlStoreProvider>(DatabaseEngine.PostgreSql, builder => builder.UsePostgreSql("a connection string", migrate: false).AddPostgreSql());

    [Test]
    public void UseMySql_names_the_home_database_and_registers_its_engine_once() =>
        Registers<MySqlStoreProvider>(DatabaseEngine.MySql, builder => builder.UseMySql("a connection string", migrate: false).AddMySql());

    [Test]
    public void UseSqlServer_names_the_home_database_and_registers_its_engine_once() =>
        Registers<SqlServerStoreProvider>(DatabaseEngine.SqlServer, builder => builder.UseSqlServer("a connection string", migrate: false).AddSqlServer());

    private static void Registers<TProvider>(DatabaseEngine engine, Action<AuthKitBuilder> use)
    {
        var services = new ServiceCollection();
        use(services.AddAuthKitCore());
        using var provider = services.BuildServiceProvider();
        Assert.That(provider.GetServices<IStoreProvider>().Single(), Is.InstanceOf<TProvider>());
        Assert.That(provider.GetRequiredService<IOptions<AuthKitOptions>>().Value.Database, Is.EqualTo(new DatabaseRegistration(engine.KeyIdentifier, "a connection string", Migrate: false)));
    }

    [Test]
    public void UseInMemory_and_AddInMemory_stand_in_for_engines()
    {
        var services = new ServiceCollection();
        services.AddAuthKitCore().UseInMemory().AddInMemory(DatabaseEngine.PostgreSql);
        using var provider = services.BuildServiceProvider();
        Assert.That(provider.GetServices<IStoreProvider>().Select(store => store.Engine), Is.EquivalentTo(new[] { DatabaseEngine.Sqlite, DatabaseEngine.PostgreSql }));
        Assert.That(provider.GetRequiredService<IOptions<AuthKitOptions>>().Value.Database, Is.Not.Null);
    }

    [Test]
    public void UseEntityFramework_needs_no_connection_string()
    {
        var services = new ServiceCollection();
        services.AddAuthKitCore().UseEntityFramework<ShopContext>();
        using var provider = services.BuildServiceProvider();
        Assert.That(provider.GetRequiredService<IOptions<AuthKitOptions>>().Value.Database, Is.Null, "The options are valid without one.");
    }

    [Test]
    public void Of_two_home_databases_the_last_is_used()
    {
        var services = new ServiceCollection();
        services.AddAuthKitCore().UseEntityFramework<ShopContext>().UseDatabase<SqliteStoreProvider>(null!);
        using var provider = services.BuildServiceProvider();
        Assert.That(() => provider.GetRequiredService<IOptions<AuthKitOptions>>().Value, Throws.InstanceOf<OptionsValidationException>().With.Message.Contains("No home database"));
    }
}
