using System.Data.Common;
using AuthKit.Sqlite;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Sqlite;

public sealed class SqliteConnectionTests
{
    private SqliteFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public async Task Every_connection_is_set_up_new_or_pooled()
    {
        await using var source = new SqliteDataSource($"Data Source={_folder.NewPath()}");
        for (var round = 0; round < 2; round++)
        {
            await using var one = await source.OpenConnectionAsync();
            await using var two = await source.OpenConnectionAsync();
            foreach (var connection in new[] { one, two })
            {
                Assert.That(await PragmaAsync(connection, "journal_mode"), Is.EqualTo("wal"));
                Assert.That(await PragmaAsync(connection, "synchronous"), Is.EqualTo(2L), "FULL");
                Assert.That(await PragmaAsync(connection, "foreign_keys"), Is.EqualTo(1L));
            }
        }
    }

    [Test]
    public async Task A_closed_database_leaves_one_file()
    {
        var path = _folder.NewPath();
        var database = new SqliteStoreProvider().Open($"Data Source={path}");
        await database.MigrateAsync(default);
        await database.DisposeAsync();
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(path)!), Is.EqualTo(new[] { path }));
    }

    [TestCase("Data Source=:memory:")]
    [TestCase("Data Source=x;Mode=Memory")]
    [TestCase("Data Source=file:x?mode=memory")]
    [TestCase("Data Source=file::memory:?cache=shared")]
    [TestCase("Data Source=")]
    [TestCase("")]
    public void Refuses_a_database_in_memory(string connectionString) =>
        Assert.That(() => new SqliteStoreProvider().Open(connectionString), Throws.ArgumentException.With.Message.Contains("in-memory"));

    [TestCase("Data Source=x;Cache=Shared")]
    [TestCase("Data Source=x;Mode=ReadOnly")]
    public void Refuses_what_would_not_work(string connectionString) =>
        Assert.That(() => new SqliteStoreProvider().Open(connectionString), Throws.ArgumentException);

    [TestCase("s3cret")]
    [TestCase("Data Source=x;s3cret=1")]
    [TestCase("Data Source=x;Mode=s3cret")]
    [TestCase("Data Source=x;Default Timeout=s3cret")]
    [TestCase("Data Source=x;Default Timeout=99999999999")]
    public void Refuses_another_engine_s_string_without_repeating_it(string connectionString) =>
        Assert.That(() => new SqliteStoreProvider().Open(connectionString), Throws.ArgumentException.With.Message.Not.Contains("s3cret").And.InnerException.Null);

    private static async Task<object?> PragmaAsync(DbConnection connection, string name)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return await command.ExecuteScalarAsync();
    }
}
