using System.Data.Common;
using AuthKit.Grants;
using AuthKit.Relational;
using AuthKit.Relational.Schema;
using AuthKit.Sessions;
using AuthKit.Stores;
using AuthKit.Tokens;
using AuthKit.Users;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Upgrades;

/// <summary>From a schema that an earlier release left behind, with data in it, to the newest.</summary>
public abstract class UpgradeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private static readonly User User = new() { Id = Guid.CreateVersion7(Now), Email = "anna@example.com", UserName = "anna", CreatedAt = Now };

    private static readonly Session Session = new()
    {
        Id = Guid.CreateVersion7(Now),
        UserId = User.Id,
        ClientId = "app",
        Scope = "",
        Handle = Guid.NewGuid().ToByteArray(),
        SecretHash = new byte[32],
        CreatedAt = Now,
        LastUsedAt = Now,
        ExpiresAt = Now.AddDays(1),
        AbsoluteExpiresAt = Now.AddDays(2),
    };

    protected abstract Task<DbDataSource> CreateSourceAsync();

    protected abstract SqlDialect Dialect { get; }

    [TestCase(1)]
    public async Task Keeps_every_row_and_adds_what_is_new(int version)
    {
        var source = await CreateSourceAsync();
        await MakeAsync(source, version);
        await using var database = new RelationalDatabase(source, Dialect);
        await WriteAsync(database);

        await database.MigrateAsync(default);

        await ReadAsync(database);
        Assert.That(await database.Tenants.ListSlotsAsync(default), Is.Empty);
    }

    [TestCase(1)]
    public async Task A_node_of_the_earlier_release_goes_on_working(int version)
    {
        var source = await CreateSourceAsync();
        await MakeAsync(source, version);
        await using var database = new RelationalDatabase(source, Dialect);
        await database.MigrateAsync(default);
        // The statements of version 1 are those of today, except for the tables that came later.
        await WriteAsync(database);
        await ReadAsync(database);
    }

    [TestCase(1)]
    public async Task Ten_nodes_may_upgrade_at_once(int version)
    {
        var source = await CreateSourceAsync();
        await MakeAsync(source, version);
        await using var database = new RelationalDatabase(source, Dialect);
        await WriteAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => database.MigrateAsync(default))));
        await ReadAsync(database);
    }

    private Task MakeAsync(DbDataSource source, int version) => new Migrator(source, Dialect, [.. Migration.All.Take(version)]).MigrateAsync(default);

    private static async Task WriteAsync(IDatabase database)
    {
        Assert.That(await database.Users.CreateAsync(User, default), Is.EqualTo(UserWrite.Done));
        await database.Sessions.CreateAsync(Session, default);
        await database.ExternalLogins.AddAsync(new("google", "1"), User.Id, Now, default);
        await database.Directory.AddAsync([new byte[32]], "acme", default);
        await database.Grants.CreateAsync(new() { Handle = new byte[16], Kind = GrantKind.PasswordReset, SecretHash = new byte[32], UserId = User.Id, CreatedAt = Now, ExpiresAt = Now }, default);
        await database.Keys.AddAsync(
            new() { Id = User.Id, Use = KeyUse.Es256, Generation = 1, PublicKey = [1], ProtectedKey = [2], ActivatesAt = Now, RetiresAt = Now, ExpiresAt = Now },
            default);
    }

    private static async Task ReadAsync(IDatabase database)
    {
        Assert.That(await database.Users.FindByEmailAsync(LoginName.Normalize(User.Email), default), Is.EqualTo(User));
        Assert.That(await database.Sessions.FindAsync(Session.Id, default), Is.EqualTo(Session).UsingPropertiesComparer());
        Assert.That(await database.ExternalLogins.FindUserIdAsync(new("google", "1"), default), Is.EqualTo(User.Id));
        Assert.That(await database.Directory.FindAsync(new byte[32], default), Is.EqualTo(new[] { "acme" }));
        Assert.That((await database.Grants.FindAsync(new byte[16], default))?.UserId, Is.EqualTo(User.Id));
        Assert.That((await database.Keys.ListAsync(default)).Single().Id, Is.EqualTo(User.Id));
    }
}
