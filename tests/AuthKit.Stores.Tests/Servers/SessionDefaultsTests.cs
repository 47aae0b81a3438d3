using AuthKit.Databases;
using AuthKit.Grants;
using AuthKit.Stores.Tests.MariaDb;
using AuthKit.Stores.Tests.MySql;
using AuthKit.Stores.Tests.PostgreSql;
using AuthKit.Users;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Servers;

/// <summary>A server whose sessions begin otherwise than AuthKit's statements have it: what is acknowledged is kept, as it was given.</summary>
/// <param name="defaults">What changes them, for the sessions to come.</param>
[TestFixture(typeof(OwnMySql), Defaults)]
[TestFixture(typeof(OwnMariaDb), Defaults)]
[TestFixture(typeof(OwnPostgreSql), "ALTER ROLE authkit SET default_transaction_isolation = 'serializable'; ALTER ROLE authkit SET default_transaction_read_only = on")]
public sealed class SessionDefaultsTests<TEngine>(string defaults) where TEngine : ServerEngine, new()
{
    private const string Defaults =
        "SET GLOBAL autocommit = 0; SET GLOBAL sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES'; SET GLOBAL completion_type = 1; "
        + "SET GLOBAL sql_select_limit = 1; SET GLOBAL sql_safe_updates = 1; SET GLOBAL TRANSACTION ISOLATION LEVEL SERIALIZABLE, READ ONLY";

    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    private readonly TEngine _engine = new();
    private string _database = "";

    [OneTimeSetUp]
    public async Task SetDefaultsAsync()
    {
        _database = await _engine.CreateDatabaseAsync();
        await _engine.RunAsync(_database, defaults);
        await using var database = Open();
        await database.MigrateAsync(default);
    }

    [OneTimeTearDown]
    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Test]
    public async Task An_account_is_there_for_the_next_node()
    {
        var user = new User { Id = Guid.CreateVersion7(), Email = "ann@example.com", CreatedAt = Now };
        await using (var one = Open())
            Assert.That(await one.Users.CreateAsync(user, default), Is.EqualTo(UserWrite.Done));
        await using var two = Open();

        Assert.That((await two.Users.FindByIdAsync(user.Id, default))?.Email, Is.EqualTo(user.Email));
    }

    [Test]
    public async Task Bytes_are_found_by_what_they_are()
    {
        byte[] handle = [0x5C, 0x27, 0x22, 0x5C, 0x5C, 0x00, 0x25, 0x5F, 0x5C, 0x27, 0x5C, 0x22, 0x5B, 0x5D, 0x1A, 0x5C];
        await using var database = Open();
        await database.Grants.CreateAsync(new() { Handle = handle, Kind = GrantKind.PasswordReset, SecretHash = new byte[32], UserId = Guid.NewGuid(), CreatedAt = Now, ExpiresAt = Now.AddHours(1) }, default);

        Assert.That((await database.Grants.FindAsync(handle, default))?.Handle, Is.EqualTo(handle));
    }

    [Test]
    public async Task Several_rows_are_several()
    {
        await using var database = Open();
        for (var generation = 1; generation < 4; generation++)
            await database.Keys.AddAsync(new() { Id = Guid.CreateVersion7(), Use = AuthKit.Tokens.KeyUse.Es256, Generation = generation, PublicKey = [1], ProtectedKey = [2], ActivatesAt = Now, RetiresAt = Now, ExpiresAt = Now }, default);

        Assert.That(await database.Keys.ListAsync(default), Has.Count.EqualTo(3));
        Assert.That(await database.Keys.DeleteExpiredAsync(Now, default), Is.EqualTo(3));
    }

    private IDatabase Open() => _engine.Open(_database);
}
