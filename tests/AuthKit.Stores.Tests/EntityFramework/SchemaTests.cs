using AuthKit.Databases;
using AuthKit.PostgreSql;
using AuthKit.Sqlite;
using AuthKit.Users;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>What a host's migrations make is what AuthKit's own adapter makes, so that a host may go from one to the other.</summary>
public sealed class SchemaTests
{
    private static readonly PostgreSqlStoreProvider PostgreSql = new();
    private static readonly SqliteStoreProvider Sqlite = new();

    [TestCase(
        """
        SELECT concat_ws(' ', table_name, column_name, data_type, character_maximum_length, datetime_precision, is_nullable, collation_name, column_default)
        FROM information_schema.columns WHERE table_name LIKE 'authkit%' ORDER BY 1
        """, TestName = "Columns")]
    [TestCase("SELECT indexdef FROM pg_indexes WHERE tablename LIKE 'authkit%' ORDER BY 1", TestName = "Indexes")]
    [TestCase("SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid::regclass::text LIKE 'authkit%' ORDER BY 1", TestName = "Constraints")]
    [TestCase("SELECT version FROM authkit_schema ORDER BY 1", TestName = "Steps")]
    public async Task Both_make_the_same_on_PostgreSQL(string query)
    {
        await using var engine = new PostgreSqlContextEngine();
        var migratedByHost = await engine.CreateDatabaseAsync();
        var migratedByAuthKit = await engine.CreateEmptyDatabaseAsync();
        await using (var database = PostgreSql.Open(migratedByAuthKit))
            await database.MigrateAsync(default);
        Assert.That(await engine.RunAsync(migratedByHost, query), Is.EqualTo(await engine.RunAsync(migratedByAuthKit, query)).And.Not.Empty);
    }

    [TestCase(
        """
        SELECT concat_ws(' ', t.name, c.name, c.type, c."notnull", c.dflt_value, c.pk) FROM sqlite_master t, pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name LIKE 'authkit%' ORDER BY 1
        """, TestName = "Columns")]
    [TestCase(
        """
        SELECT concat_ws(' ', t.name, iif(i.origin = 'pk', 'pk', i.name), i."unique", i.partial, c.seqno, c.name, c."desc", c.coll) FROM sqlite_master t, pragma_index_list(t.name) i, pragma_index_xinfo(i.name) c
        WHERE t.type = 'table' AND t.name LIKE 'authkit%' ORDER BY 1
        """, TestName = "Indexes")]
    [TestCase("SELECT version FROM authkit_schema ORDER BY 1", TestName = "Steps")]
    public async Task Both_make_the_same_on_SQLite(string query)
    {
        await using var engine = new SqliteContextEngine();
        var migratedByHost = await engine.CreateDatabaseAsync();
        var migratedByAuthKit = await engine.CreateEmptyDatabaseAsync();
        await using (var database = Sqlite.Open(migratedByAuthKit))
            await database.MigrateAsync(default);
        Assert.That(await ReadAsync(migratedByHost, query), Is.EqualTo(await ReadAsync(migratedByAuthKit, query)).And.Not.Empty);
    }

    [Test]
    public Task Either_goes_on_where_the_other_began_on_PostgreSQL() => AssertEitherGoesOnAsync(new PostgreSqlContextEngine(), PostgreSql);

    [Test]
    public Task Either_goes_on_where_the_other_began_on_SQLite() => AssertEitherGoesOnAsync(new SqliteContextEngine(), Sqlite);

    private static async Task AssertEitherGoesOnAsync<TEngine>(TEngine engine, IStoreProvider adapter) where TEngine : TestEngine, IContextEngine
    {
        var (byHost, byAuthKit) = (await engine.CreateDatabaseAsync(), await engine.CreateEmptyDatabaseAsync());
        await using var own = adapter.Open(byHost);
        await using var before = adapter.Open(byAuthKit);
        await own.MigrateAsync(default);
        await before.MigrateAsync(default);
        foreach (var (one, other) in new[] { (engine.Open(byHost), own), (before, engine.Open(byAuthKit)) })
        {
            var user = new User
            {
                Id = Guid.CreateVersion7(),
                Email = "Ann@example.com",
                UserName = "Ann",
                PasswordHash = "$argon2id$",
                Profile = new() { Name = "Ann Lee" },
                CreatedAt = DateTimeOffset.UnixEpoch.AddMicroseconds(1),
                CredentialVersion = 0,
            };
            Assert.That(await one.Users.CreateAsync(user, default), Is.EqualTo(UserWrite.Done));
            await other.MigrateAsync(default);
            Assert.That(await other.Users.FindByEmailAsync("ann@example.com", default), Is.EqualTo(user));
            Assert.That(await other.Users.FindByUserNameAsync("ann", default), Is.EqualTo(user));
        }

        await engine.DisposeAsync();
    }

    private static async Task<List<object>> ReadAsync(string connectionString, string query)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetValue(0));
        return rows;
    }
}
