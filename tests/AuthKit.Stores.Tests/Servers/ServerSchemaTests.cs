using AuthKit.Relational;
using AuthKit.Relational.Schema;
using AuthKit.Users;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Servers;

/// <summary>The schema on real servers: by script, and from an older version to a newer one.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.OnServers))]
public sealed class ServerSchemaTests<TEngine> where TEngine : ServerEngine, new()
{
    private readonly TEngine _engine = new();

    [OneTimeTearDown]
    public async Task DropDatabasesAsync() => await _engine.DisposeAsync();

    private static User NewUser() => new() { Id = Guid.CreateVersion7(), Email = "a@example.com", CreatedAt = DateTimeOffset.UnixEpoch };

    /// <summary>What a later release might add.</summary>
    private static IReadOnlyList<Migration> NextRelease =>
    [
        .. Migration.All,
        new(SchemaScript.Version + 1, static dialect => [$"ALTER TABLE authkit_users ADD nickname {dialect.ColumnType(SqlType.Text, 64)} NULL"]),
    ];

    private static IEnumerable<int> Steps(int last) => Enumerable.Range(1, last);

    [Test]
    public async Task A_scripted_database_works_and_migrating_it_changes_nothing()
    {
        var connectionString = await _engine.CreateDatabaseAsync();
        await _engine.RunAsync(connectionString, SchemaScript.Write(_engine.Dialect));
        var database = _engine.Open(connectionString);
        var user = NewUser();
        Assert.That(await database.Users.CreateAsync(user, default), Is.EqualTo(UserWrite.Done));
        await database.MigrateAsync(default);
        Assert.That(await database.Users.FindByIdAsync(user.Id, default), Is.EqualTo(user));
        Assert.That(await VersionsAsync(connectionString), Is.EqualTo(Steps(SchemaScript.Version)));
    }

    [Test]
    public async Task Ten_nodes_of_the_next_release_update_once_and_keep_what_is_there()
    {
        var connectionString = await _engine.CreateDatabaseAsync();
        var database = _engine.Open(connectionString);
        await database.MigrateAsync(default);
        var user = NewUser();
        await database.Users.CreateAsync(user, default);

        await using var source = _engine.CreateSource(connectionString);
        var nodes = Enumerable.Range(0, 10).Select(_ => Task.Run(() => new Migrator(source, _engine.Dialect, NextRelease).MigrateAsync(default)));
        await Task.WhenAll(nodes);

        Assert.That(await VersionsAsync(connectionString), Is.EqualTo(Steps(SchemaScript.Version + 1)));
        Assert.That(await database.Users.FindByIdAsync(user.Id, default), Is.EqualTo(user));
        Assert.That(await database.Users.UpdateAsync(user with { EmailVerified = true }, default), Is.EqualTo(UserWrite.Done), "A node of this release goes on.");
        Assert.That(await _engine.RunAsync(connectionString, "SELECT nickname FROM authkit_users"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_node_of_this_release_leaves_a_later_schema_alone()
    {
        var connectionString = await _engine.CreateDatabaseAsync();
        await using var source = _engine.CreateSource(connectionString);
        await new Migrator(source, _engine.Dialect, NextRelease).MigrateAsync(default);
        await _engine.Open(connectionString).MigrateAsync(default);
        Assert.That(await VersionsAsync(connectionString), Is.EqualTo(Steps(SchemaScript.Version + 1)));
    }

    [Test]
    public async Task An_update_that_broke_off_before_it_was_noted_is_made_again()
    {
        var connectionString = await _engine.CreateDatabaseAsync();
        var statements = Migration.All.SelectMany(step => step.Statements(_engine.Dialect)).ToArray();
        foreach (var statement in statements)
            await _engine.RunAsync(connectionString, statement);

        var database = _engine.Open(connectionString);
        await database.MigrateAsync(default);

        Assert.That(await VersionsAsync(connectionString), Is.EqualTo(Steps(SchemaScript.Version)));
        Assert.That(await database.Users.CreateAsync(NewUser(), default), Is.EqualTo(UserWrite.Done));
    }

    private async Task<int[]> VersionsAsync(string connectionString) =>
        [.. (await _engine.RunAsync(connectionString, "SELECT version FROM authkit_schema ORDER BY version")).Select(Convert.ToInt32)];
}
