using AuthKit.Hosting;
using AuthKit.Relational.Schemas;
using AuthKit.Sqlite;
using AuthKit.Users;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Sqlite;

public sealed class SqliteSchemaTests
{
    private SqliteFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public async Task The_script_makes_what_migrating_makes()
    {
        var (scripted, migrated) = (_folder.NewPath(), _folder.NewPath());
        Run(scripted, SchemaScript.Write(new SqliteDialect()));
        await using (var database = new SqliteStoreProvider().Open($"Data Source={migrated}"))
            await database.MigrateAsync(default);
        Assert.That(Definitions(scripted), Is.EqualTo(Definitions(migrated)).And.Not.Empty);
    }

    [Test]
    public async Task A_scripted_database_works_and_migrating_it_changes_nothing()
    {
        var path = _folder.NewPath();
        Run(path, SchemaScript.Write(new SqliteDialect()));
        var before = Definitions(path);
        await using var database = new SqliteStoreProvider().Open($"Data Source={path}");
        var user = new User { Id = Guid.CreateVersion7(), Email = "a@example.com", CreatedAt = DateTimeOffset.UnixEpoch, CredentialVersion = 0 };
        Assert.That(await database.Users.CreateAsync(user, default), Is.EqualTo(UserWrite.Done));
        await database.MigrateAsync(default);
        Assert.That(Definitions(path), Is.EqualTo(before));
        Assert.That(await database.Users.FindByIdAsync(user.Id, default), Is.EqualTo(user));
    }

    [Test]
    public void A_script_for_a_database_that_is_up_to_date_is_empty() =>
        Assert.That(SchemaScript.Write(new SqliteDialect(), from: AuthKitSchema.Current.Version), Is.Empty);

    [Test]
    public async Task A_schema_of_a_later_release_is_left_alone()
    {
        var path = _folder.NewPath();
        Run(path, SchemaScript.Write(new SqliteDialect()) + "INSERT INTO authkit_schema (version) VALUES (1000);");
        await using var database = new SqliteStoreProvider().Open($"Data Source={path}");
        await database.MigrateAsync(default);
        Assert.That(Read(path, "SELECT version FROM authkit_schema ORDER BY version"), Is.EqualTo(new[] { "1", "2", "3", "4", "5", "6", "1000" }));
    }

    [Test]
    public async Task A_step_that_fails_leaves_nothing_behind()
    {
        var path = _folder.NewPath();
        // In the way of an index, after other tables of the step were made.
        Run(path, "CREATE TABLE authkit_grants (x)");
        await using (var database = new SqliteStoreProvider().Open($"Data Source={path}"))
            Assert.That(() => database.MigrateAsync(default), Throws.InstanceOf<SqliteException>());
        Assert.That(Read(path, "SELECT name FROM sqlite_master"), Is.EqualTo(new[] { "authkit_grants" }));
    }

    [TestCase("authkit_users", "normalized_email")]
    [TestCase("authkit_users", "normalized_user_name")]
    [TestCase("authkit_sessions", "handle")]
    [TestCase("authkit_sessions", "user_id")]
    [TestCase("authkit_sessions", "expires_on")]
    [TestCase("authkit_grants", "handle")]
    [TestCase("authkit_grants", "user_id")]
    [TestCase("authkit_grants", "expires_at")]
    [TestCase("authkit_directory", "name_hash")]
    [TestCase("authkit_tenants", "alias")]
    [TestCase("authkit_tenants", "fingerprint")]
    [TestCase("authkit_clients", "id")]
    [TestCase("authkit_consents", "user_id")]
    public void Every_lookup_has_an_index(string table, string column)
    {
        var plan = Read(":memory:", $"{SchemaScript.Write(new SqliteDialect())} EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {column} <= 1", column: 3);
        Assert.That(plan, Has.Length.EqualTo(1).And.All.StartsWith("SEARCH"));
    }

    private static string[] Definitions(string path) => Read(path, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");

    private static void Run(string path, string sql) => Read(path, sql);

    private static string[] Read(string path, string sql, int column = 0)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(column));
        return [.. rows];
    }
}
