using AuthKit.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>Migrations are the host's: AuthKit says what is missing and makes nothing.</summary>
public sealed class MigrationTests : ServerTests
{
    [Test]
    public async Task Missing_tables_are_told_of_with_the_commands_that_make_them()
    {
        var connectionString = await Engine.CreateEmptyDatabaseAsync();
        Assert.That(
            () => Engine.Open(connectionString).MigrateAsync(default),
            Throws.InvalidOperationException.With.Message.Contains("dotnet ef migrations add AuthKit --context ShopContext").And.Message.Contains("dotnet ef database update --context ShopContext"));
        Assert.That(await Engine.RunAsync(connectionString, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"), Is.Empty);
    }

    [Test]
    public async Task A_schema_of_an_earlier_release_is_told_of()
    {
        var connectionString = await Engine.CreateDatabaseAsync();
        await Engine.RunAsync(connectionString, "DELETE FROM authkit_schema");
        Assert.That(
            () => Engine.Open(connectionString).MigrateAsync(default),
            Throws.InvalidOperationException.With.Message.Contains("at version 0").And.Message.Contains("dotnet ef migrations add"));
    }

    [Test]
    public async Task A_schema_of_a_later_release_is_left_alone()
    {
        var connectionString = await Engine.CreateDatabaseAsync();
        await Engine.RunAsync(connectionString, "INSERT INTO authkit_schema VALUES (1000)");
        await Engine.Open(connectionString).MigrateAsync(default);
    }

    [Test]
    public async Task A_context_that_does_not_call_UseAuthKit_is_told_to()
    {
        await using var host = new ServiceCollection().AddDbContext<Forgetful>(options => options.UseNpgsql("Host=nowhere.invalid")).BuildServiceProvider();
        var database = new EntityFrameworkDatabase<Forgetful>(host.GetRequiredService<IServiceScopeFactory>());
        Assert.That(() => database.MigrateAsync(default), Throws.InvalidOperationException.With.Message.Contains("modelBuilder.UseAuthKit(Database)"));
    }

    public sealed class Forgetful(DbContextOptions<Forgetful> options) : DbContext(options);
}
