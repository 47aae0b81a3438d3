using System.Data.Common;
using AuthKit.Grants;
using AuthKit.Relational;
using AuthKit.Relational.Schema;
using AuthKit.Sessions;
using AuthKit.Tenants;
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
        Scope = "offline_access",
        Handle = Guid.NewGuid().ToByteArray(),
        SecretHash = new byte[32],
        CreatedAt = Now,
        LastUsedAt = Now,
        ExpiresAt = Now.AddDays(1),
        AbsoluteExpiresAt = Now.AddDays(2),
    };

    private static readonly Grant Grant = new()
    {
        Handle = Guid.NewGuid().ToByteArray(),
        Kind = GrantKind.PasswordReset,
        SecretHash = new byte[32],
        UserId = User.Id,
        CreatedAt = Now,
        ExpiresAt = Now.AddHours(1),
    };

    private static readonly TenantRecord Tenant = new()
    {
        Alias = "acme",
        Slot = 1,
        Engine = DatabaseEngine.Sqlite,
        Fingerprint = new byte[32],
        ProtectedConnection = [1],
        CreatedAt = Now,
    };

    protected abstract Task<DbDataSource> CreateSourceAsync();

    protected abstract SqlDialect Dialect { get; }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Keeps_every_row_and_adds_what_is_new(int version)
    {
        var source = await CreateSourceAsync();
        await MakeAsync(source, version);
        await using var database = new RelationalDatabase(source, Dialect);
        await WriteAsync(source, database, version);

        await database.MigrateAsync(default);

        await ReadAsync(database, version);
        await WriteWhatIsNewAsync(database);
    }

    [Test]
    public async Task A_node_of_the_earlier_release_goes_on_working()
    {
        var source = await CreateSourceAsync();
        await using var database = new RelationalDatabase(source, Dialect);
        await database.MigrateAsync(default);
        await WriteAsync(source, database, version: 2);
        await ReadAsync(database, version: 2);

        var (session, grant) = await WriteWhatIsNewAsync(database);
        var earlier = Earlier(source);
        Assert.That(await earlier.FindAsync(session), Is.EqualTo(session.Scope));
        Assert.That(await earlier.FindAsync(grant), Is.EqualTo(grant.UserId));
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Ten_nodes_may_upgrade_at_once(int version)
    {
        var source = await CreateSourceAsync();
        await MakeAsync(source, version);
        await using var database = new RelationalDatabase(source, Dialect);
        await WriteAsync(source, database, version);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => database.MigrateAsync(default))));
        await ReadAsync(database, version);
        await WriteWhatIsNewAsync(database);
    }

    private Task MakeAsync(DbDataSource source, int version) => new Migrator(source, Dialect, [.. Migration.All.Take(version)]).MigrateAsync(default);

    private EarlierNode Earlier(DbDataSource source) => new(new(source, source, Dialect));

    /// <summary>As a node would that knew no later version: what it sent is today's, except of sessions and grants.</summary>
    private async Task WriteAsync(DbDataSource source, IDatabase database, int version)
    {
        Assert.That(await database.Users.CreateAsync(User, default), Is.EqualTo(UserWrite.Done));
        await Earlier(source).AddAsync(Session);
        await Earlier(source).AddAsync(Grant);
        await database.ExternalLogins.AddAsync(new("google", "1"), User.Id, Now, default);
        await database.Directory.AddAsync([new byte[32]], "acme", default);
        await database.Keys.AddAsync(
            new() { Id = User.Id, Use = KeyUse.Es256, Generation = 1, PublicKey = [1], ProtectedKey = [2], ActivatesAt = Now, RetiresAt = Now, ExpiresAt = Now },
            default);
        if (version >= 2)
            Assert.That(await database.Tenants.AddAsync(Tenant, default), Is.True);
    }

    private static async Task ReadAsync(IDatabase database, int version)
    {
        Assert.That(await database.Users.FindByEmailAsync(LoginName.Normalize(User.Email), default), Is.EqualTo(User));
        Assert.That(await database.Sessions.FindAsync(Session.Id, default), Is.EqualTo(Session).UsingPropertiesComparer());
        Assert.That(await database.Grants.FindAsync(Grant.Handle, default), Is.EqualTo(Grant).UsingPropertiesComparer());
        Assert.That(await database.ExternalLogins.FindUserIdAsync(new("google", "1"), default), Is.EqualTo(User.Id));
        Assert.That(await database.Directory.FindAsync(new byte[32], default), Is.EqualTo(new[] { "acme" }));
        Assert.That((await database.Keys.ListAsync(default)).Single().Id, Is.EqualTo(User.Id));
        Assert.That(await database.Tenants.ListSlotsAsync(default), Is.EqualTo(version >= 2 ? new[] { Tenant.Slot } : []));
    }

    private static async Task<(Session Session, Grant Grant)> WriteWhatIsNewAsync(IDatabase database)
    {
        var session = Session with { Id = Guid.CreateVersion7(Now), Handle = Guid.NewGuid().ToByteArray(), AuthenticatedAt = Now };
        await database.Sessions.CreateAsync(session, default);
        Assert.That(await database.Sessions.FindAsync(session.Id, default), Is.EqualTo(session).UsingPropertiesComparer());

        var grant = Grant with { Handle = Guid.NewGuid().ToByteArray(), Kind = GrantKind.AuthorizationCode, ClientId = "app", Data = [1] };
        Assert.That(await database.Grants.CreateAsync(grant, default), Is.True);
        Assert.That(await database.Grants.FindAsync(grant.Handle, default), Is.EqualTo(grant).UsingPropertiesComparer());

        Assert.That(await database.Clients.AddAsync(new() { Id = "app", Metadata = [1], CreatedAt = Now }, default), Is.True);
        await database.Consents.AddAsync(User.Id, "app", ["openid"], Now, default);
        Assert.That(await database.Consents.FindAsync(User.Id, "app", default), Is.EqualTo(new[] { "openid" }));
        return (session, grant);
    }
}
