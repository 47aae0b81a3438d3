using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Sqlite;
using AuthKit.Users;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Sqlite;

public sealed class SqliteUnavailableTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private SqliteFolder _folder = null!;
    private string _path = null!;
    private IDatabase _database = null!;

    [SetUp]
    public void MakeDatabase()
    {
        _folder = new();
        _path = _folder.NewPath();
        _database = new SqliteStoreProvider().Open($"Data Source={_path};Default Timeout=1");
    }

    [TearDown]
    public async Task DeleteDatabaseAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task A_folder_that_is_not_there()
    {
        await using var database = new SqliteStoreProvider().Open($"Data Source={Path.Combine(_path, "s3cret", "a.db")}");
        await AssertUnavailableAsync(() => database.PingAsync(default));
        await AssertUnavailableAsync(() => database.MigrateAsync(default));
        await AssertUnavailableAsync(() => database.Users.FindByIdAsync(Guid.Empty, default));
    }

    [Test]
    public async Task A_file_that_is_no_database()
    {
        await File.WriteAllTextAsync(_path, new string('x', 4096));
        await AssertUnavailableAsync(() => _database.MigrateAsync(default));
    }

    [Test]
    public async Task A_lock_that_another_process_does_not_give_back()
    {
        await _database.MigrateAsync(default);
        var user = await AddUserAsync();
        using (Lock())
        {
            var writes = Enumerable.Range(0, 4).Select(_ => _database.Users.RecordFailedSignInAsync(user.Id, Now, default)).ToArray();
            foreach (var write in writes)
                await AssertUnavailableAsync(() => write);
            Assert.That(await _database.Users.FindByIdAsync(user.Id, default), Is.Not.Null, "Reading goes on.");
        }

        await _database.Users.RecordFailedSignInAsync(user.Id, Now, default);
        Assert.That((await _database.Users.FindByIdAsync(user.Id, default))!.FailedSignIns, Is.EqualTo(1));
    }

    [Test]
    public async Task A_lock_that_keeps_the_schema_from_being_made()
    {
        using (Lock())
            await AssertUnavailableAsync(() => _database.MigrateAsync(default));
        await _database.MigrateAsync(default);
        await AddUserAsync();
    }

    [Test]
    public async Task A_caller_who_waits_behind_a_lock_may_give_up()
    {
        await _database.MigrateAsync(default);
        using var giveUp = new CancellationTokenSource();
        using var held = Lock();
        var first = Task.Run(() => _database.Users.RecordFailedSignInAsync(Guid.Empty, Now, default));
        var waiting = Task.Run(() => _database.Users.RecordFailedSignInAsync(Guid.Empty, Now, giveUp.Token));
        await giveUp.CancelAsync();
        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await first, Throws.InstanceOf<StoreUnavailableException>());
    }

    private SqliteTransaction Lock()
    {
        var connection = new SqliteConnection($"Data Source={_path};Pooling=False");
        connection.Open();
        return connection.BeginTransaction(deferred: false);
    }

    private async Task<User> AddUserAsync()
    {
        var user = new User { Id = Guid.CreateVersion7(), Email = "a@example.com", CreatedAt = Now, CredentialVersion = 0 };
        Assert.That(await _database.Users.CreateAsync(user, default), Is.EqualTo(UserWrite.Done));
        return user;
    }

    private async Task AssertUnavailableAsync(Func<Task> call)
    {
        var exception = (await Assert.ThrowsAsync<StoreUnavailableException>(() => call()))!;
        Assert.That(exception.ToString(), Does.Not.Contain(Path.GetDirectoryName(_path)).And.Not.Contain("s3cret"));
    }
}
