using AuthKit.EntityFrameworkCore.Model;
using AuthKit.PostgreSql;
using AuthKit.Relational.Schema;
using AuthKit.Users;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>What a host's migrations make is what AuthKit's own adapter makes, so that a host may go from one to the other.</summary>
public sealed class SchemaTests : ServerTests
{
    private static readonly User User = new()
    {
        Id = Guid.CreateVersion7(),
        Email = "Ann@example.com",
        UserName = "Ann",
        PasswordHash = "$argon2id$",
        Profile = new() { Name = "Ann Lee" },
        CreatedAt = DateTimeOffset.UnixEpoch.AddMicroseconds(1),
    };

    private static readonly PostgreSqlStoreProvider OwnAdapter = new();

    [TestCase(
        """
        SELECT concat_ws(' ', table_name, column_name, data_type, character_maximum_length, datetime_precision, is_nullable, collation_name, column_default)
        FROM information_schema.columns WHERE table_name LIKE 'authkit%' ORDER BY 1
        """, TestName = "Columns")]
    [TestCase("SELECT indexdef FROM pg_indexes WHERE tablename LIKE 'authkit%' ORDER BY 1", TestName = "Indexes")]
    [TestCase("SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid::regclass::text LIKE 'authkit%' ORDER BY 1", TestName = "Constraints")]
    [TestCase("SELECT version FROM authkit_schema ORDER BY 1", TestName = "Steps")]
    public async Task Both_make_the_same(string query)
    {
        var migratedByHost = await Engine.CreateDatabaseAsync();
        var migratedByAuthKit = await Engine.CreateEmptyDatabaseAsync();
        await using (var database = OwnAdapter.Open(migratedByAuthKit))
            await database.MigrateAsync(default);
        Assert.That(await Engine.RunAsync(migratedByHost, query), Is.EqualTo(await Engine.RunAsync(migratedByAuthKit, query)).And.Not.Empty);
    }

    [Test]
    public void Both_are_of_one_version() => Assert.That(SchemaStep.Current, Is.EqualTo(SchemaScript.Version));

    [Test]
    public async Task AuthKit_s_own_adapter_goes_on_where_EF_Core_began()
    {
        var connectionString = await Engine.CreateDatabaseAsync();
        Assert.That(await Engine.Open(connectionString).Users.CreateAsync(User, default), Is.EqualTo(UserWrite.Done));
        await using var database = OwnAdapter.Open(connectionString);
        await database.MigrateAsync(default);
        Assert.That(await database.Users.FindByEmailAsync("ann@example.com", default), Is.EqualTo(User));
        Assert.That(await database.Users.FindByUserNameAsync("ann", default), Is.EqualTo(User));
    }

    [Test]
    public async Task EF_Core_goes_on_where_AuthKit_s_own_adapter_began()
    {
        var connectionString = await Engine.CreateEmptyDatabaseAsync();
        await using (var database = OwnAdapter.Open(connectionString))
        {
            await database.MigrateAsync(default);
            Assert.That(await database.Users.CreateAsync(User, default), Is.EqualTo(UserWrite.Done));
        }

        var throughContext = Engine.Open(connectionString);
        await throughContext.MigrateAsync(default);
        Assert.That(await throughContext.Users.FindByEmailAsync("ann@example.com", default), Is.EqualTo(User));
        Assert.That(await throughContext.Users.FindByUserNameAsync("ann", default), Is.EqualTo(User));
    }
}
