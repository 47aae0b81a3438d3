using AuthKit.Hosting;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>Migrations are the host's: AuthKit says what is missing and makes nothing.</summary>
[TestFixture(typeof(PostgreSqlContextEngine))]
[TestFixture(typeof(SqliteContextEngine))]
public sealed class MigrationTests<TEngine> : ContextTests<TEngine> where TEngine : TestEngine, IContextEngine, new()
{
    [Test]
    public async Task Missing_tables_are_told_of_with_the_commands_that_make_them()
    {
        var host = Host<ShopContext>(await Engine.CreateEmptyDatabaseAsync());
        Assert.That(
            () => host.OpenDatabase<ShopContext>().MigrateAsync(default),
            Throws.InvalidOperationException.With.Message.Contains("dotnet ef migrations add AuthKit --context ShopContext").And.Message.Contains("dotnet ef database update --context ShopContext"));
        Assert.That(() => RunAsync<ShopContext>(host, "SELECT * FROM authkit_users"), Throws.Exception, "Nothing was made.");
    }

    [Test]
    public async Task A_schema_of_an_earlier_release_is_told_of()
    {
        var (host, database) = await StartAsync<ShopContext>();
        await RunAsync<ShopContext>(host, $"DELETE FROM authkit_schema WHERE version = {AuthKitSchema.Current.Version}");
        Assert.That(
            () => database.MigrateAsync(default),
            Throws.InvalidOperationException.With.Message.Contains($"at version {AuthKitSchema.Current.Version - 1} of the schema 'authkit'").And.Message.Contains("dotnet ef migrations add"));
    }

    [Test]
    public async Task A_schema_of_a_later_release_is_left_alone()
    {
        var (host, database) = await StartAsync<ShopContext>();
        await RunAsync<ShopContext>(host, "INSERT INTO authkit_schema VALUES (1000)");
        await database.MigrateAsync(default);
    }

    [Test]
    public async Task A_context_that_does_not_call_UseAuthKit_is_told_to()
    {
        var database = Host<Forgetful>(await Engine.CreateEmptyDatabaseAsync()).OpenDatabase<Forgetful>();
        Assert.That(() => database.MigrateAsync(default), Throws.InvalidOperationException.With.Message.Contains("modelBuilder.UseAuthKit(Database)"));
    }

    public sealed class Forgetful(DbContextOptions<Forgetful> options) : DbContext(options);
}
