using System.Data.Common;
using AuthKit.Databases;
using AuthKit.External;
using AuthKit.Grants;
using AuthKit.Hosting;
using AuthKit.Relational;
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

    private static readonly User User = new() { Id = Guid.CreateVersion7(Now), Email = "anna@example.com", UserName = "anna", CreatedAt = Now, CredentialVersion = 0 };

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

    private static readonly ExternalLoginRecord Login = new("google", "1", User.Id, Now);

    private static readonly TenantRecord Tenant = new()
    {
        Alias = "acme",
        Slot = 1,
        Engine = DatabaseEngine.Sqlite.Name,
        Fingerprint = new byte[32],
        ProtectedConnection = [1],
        CreatedAt = Now,
    };

    protected abstract Task<DbDataSource> CreateSourceAsync();

    protected abstract SqlDialect Dialect { get; }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public async Task Keeps_every_row_and_adds_what_is_new(int version)
    {
        var source = await CreateSourceAsync();
        await using var database = new RelationalDatabase(source, Dialect);
        await database.MigrateAsync([AuthKitSchema.Current with { Version = version }], default);
        await WriteAsync(database, version);

        await database.MigrateAsync(default);

        await ReadAsync(database, version);
        await WriteWhatIsNewAsync(database);
    }

    [TestCase(3)]
    [TestCase(4)]
    public async Task A_node_of_an_earlier_release_goes_on_working(int version)
    {
        var source = await CreateSourceAsync();
        await using var database = new RelationalDatabase(source, Dialect);
        await database.MigrateAsync(default);
        await WriteAsync(database, version);
        await ReadAsync(database, version);

        var (session, grant) = await WriteWhatIsNewAsync(database);
        var earlier = new EarlierNode(database.Records, version);
        Assert.That(await earlier.FindAsync(session), Is.EqualTo(session.Scope));
        Assert.That(await earlier.FindAsync(grant), Is.EqualTo(grant.UserId));
    }

    [Test]
    public async Task What_a_node_of_the_earlier_release_wrote_is_swept_when_it_has_expired_and_not_before()
    {
        var source = await CreateSourceAsync();
        await using var database = new RelationalDatabase(source, Dialect);
        await database.MigrateAsync(default);
        var earlier = new EarlierNode(database.Records, version: 3);
        await earlier.AddAsync(Session);
        var prolonged = Session with { Id = Guid.CreateVersion7(Now), Handle = Guid.NewGuid().ToByteArray() };
        await database.Sessions.CreateAsync(prolonged, default);
        await earlier.ProlongAsync(prolonged, Session.ExpiresAt.AddDays(30));

        Assert.That(await database.Sessions.DeleteExpiredAsync(Session.ExpiresAt.AddTicks(-10), default), Is.Zero);
        Assert.That(await database.Sessions.DeleteExpiredAsync(Session.ExpiresAt, default), Is.EqualTo(1));
        Assert.That(await database.Sessions.DeleteExpiredAsync(Session.ExpiresAt.AddDays(29), default), Is.Zero);
        Assert.That(await database.Sessions.DeleteExpiredAsync(Session.ExpiresAt.AddDays(31), default), Is.EqualTo(1));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public async Task Ten_nodes_may_upgrade_at_once(int version)
    {
        var source = await CreateSourceAsync();
        await using var database = new RelationalDatabase(source, Dialect);
        await database.MigrateAsync([AuthKitSchema.Current with { Version = version }], default);
        await WriteAsync(database, version);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => database.MigrateAsync(default))));
        await ReadAsync(database, version);
        await WriteWhatIsNewAsync(database);
    }

    /// <summary>As a node would that knew no later version: what it sent is today's, except of accounts, sessions, grants and external logins.</summary>
    private static async Task WriteAsync(IDatabase database, int version)
    {
        var earlier = new EarlierNode(database.Records, version);
        await earlier.AddAsync(User);
        await earlier.AddAsync(Session);
        await earlier.AddAsync(Grant);
        await earlier.AddAsync(Login);
        await earlier.AddAsync(new DirectoryEntry(new byte[32], "acme"));
        await database.Keys.AddAsync(
            new() { Id = User.Id, Use = KeyUse.Es256, Generation = 1, PublicKey = [1], ProtectedKey = [2], ActivatesAt = Now, RetiresAt = Now, ExpiresAt = Now },
            default);
        if (version >= 2)
            await earlier.AddAsync(Tenant);
    }

    private static async Task ReadAsync(IDatabase database, int version)
    {
        Assert.That(await database.Users.FindByEmailAsync(LoginName.Normalize(User.Email), default), Is.EqualTo(User));
        Assert.That(await database.Sessions.FindAsync(Session.Id, default), Is.EqualTo(Session).UsingPropertiesComparer());
        Assert.That(await database.Grants.FindAsync(Grant.Handle, default), Is.EqualTo(Grant).UsingPropertiesComparer());
        Assert.That(await database.ExternalLogins.FindAsync(Login.Login, default), Is.EqualTo(Login));
        Assert.That(await database.Directory.FindAsync(new byte[32], default), Is.EqualTo(new[] { "acme" }));
        Assert.That((await database.Keys.ListAsync(default)).Single().Id, Is.EqualTo(User.Id));
        Assert.That(await database.Tenants.FindByAliasAsync(Tenant.Alias, default), version >= 2 ? Is.EqualTo(Tenant).UsingPropertiesComparer() : Is.Null);
    }

    private static async Task<(Session Session, Grant Grant)> WriteWhatIsNewAsync(IDatabase database)
    {
        var session = Session with { Id = Guid.CreateVersion7(Now), Handle = Guid.NewGuid().ToByteArray(), AuthenticatedAt = Now, ParentId = Session.Id, Confirmation = "jkt:x", Details = "{}" };
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
