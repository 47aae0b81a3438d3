using AuthKit.Hosting;
using AuthKit.Records;
using AuthKit.Relational.Schemas;
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

    private static User NewUser() => new() { Id = Guid.CreateVersion7(), Email = "a@example.com", CreatedAt = DateTimeOffset.UnixEpoch, CredentialVersion = 0 };

    /// <summary>What a later release might add.</summary>
    private static Schema NextRelease { get; } = new("authkit", AuthKitSchema.Current.Version + 1, [.. AuthKitSchema.Current.Tables, Nicknames()]);

    private static Table<User> Nicknames()
    {
        var rows = new Table<User>("authkit_nicknames", since: AuthKitSchema.Current.Version + 1);
        rows.KeyedBy(rows.Id("id", static user => user.Id));
        return rows;
    }

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
        Assert.That(await VersionsAsync(connectionString), Is.EqualTo(Steps(AuthKitSchema.Current.Version)));
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
        var nodes = Enumerable.Range(0, 10).Select(_ => Task.Run(() => new Migrator(source, _engine.Dialect).MigrateAsync([NextRelease], default)));
        await Task.WhenAll(nodes);

        Assert.That(await VersionsAsync(connectionString), Is.EqualTo(Steps(AuthKitSchema.Current.Version + 1)));
        Assert.That(await database.Users.FindByIdAsync(user.Id, default), Is.EqualTo(user));
        Assert.That(await database.Users.UpdateAsync(user with { EmailVerified = true }, default), Is.EqualTo(UserWrite.Done), "A node of this release goes on.");
        Assert.That(await _engine.RunAsync(connectionString, "SELECT id FROM authkit_nicknames"), Is.Empty);
    }

    [Test]
    public async Task A_node_of_this_release_leaves_a_later_schema_alone()
    {
        var connectionString = await _engine.CreateDatabaseAsync();
        await using var source = _engine.CreateSource(connectionString);
        await new Migrator(source, _engine.Dialect).MigrateAsync([NextRelease], default);
        await _engine.Open(connectionString).MigrateAsync(default);
        Assert.That(await VersionsAsync(connectionString), Is.EqualTo(Steps(AuthKitSchema.Current.Version + 1)));
    }

    [Test]
    public async Task An_update_that_broke_off_before_it_was_noted_is_made_again()
    {
        var connectionString = await _engine.CreateDatabaseAsync();
        var statements = Enumerable.Range(1, AuthKitSchema.Current.Version).SelectMany(version => SchemaSteps.Write(AuthKitSchema.Current, version, _engine.Dialect));
        foreach (var statement in statements.Where(static statement => !statement.StartsWith("INSERT", StringComparison.Ordinal)))
            await _engine.RunAsync(connectionString, statement);

        var database = _engine.Open(connectionString);
        await database.MigrateAsync(default);

        Assert.That(await VersionsAsync(connectionString), Is.EqualTo(Steps(AuthKitSchema.Current.Version)));
        Assert.That(await database.Users.CreateAsync(NewUser(), default), Is.EqualTo(UserWrite.Done));
    }

    private async Task<int[]> VersionsAsync(string connectionString) =>
        [.. (await _engine.RunAsync(connectionString, "SELECT version FROM authkit_schema ORDER BY version")).Select(Convert.ToInt32)];
}
