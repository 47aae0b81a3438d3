using AuthKit.Sqlite;
using AuthKit.Stores.Tests.EntityFramework;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace AuthKit.Stores.Tests;

public sealed class RegistrationTests
{
    [Test]
    public void UseSqlite_names_the_home_database_and_registers_its_engine_once()
    {
        var services = new ServiceCollection();
        services.AddAuthKitCore().UseSqlite("Data Source=a.db", migrate: false).AddSqlite();
        using var provider = services.BuildServiceProvider();
        Assert.That(provider.GetServices<IStoreProvider>().Single(), Is.InstanceOf<SqliteStoreProvider>());
        Assert.That(provider.GetRequiredService<IOptions<AuthKitOptions>>().Value.Database, Is.EqualTo(new DatabaseRegistration(DatabaseEngine.Sqlite, "Data Source=a.db", Migrate: false)));
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
