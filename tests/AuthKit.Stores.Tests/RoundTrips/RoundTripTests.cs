using System.Data.Common;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Grants;
using AuthKit.MySql;
using AuthKit.Relational;
using AuthKit.Sessions;
using AuthKit.SqlServer;
using AuthKit.Users;
using AuthKit.Users.Attempts;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.RoundTrips;

/// <summary>What each call costs: the number of commands sent.</summary>
public abstract class RoundTripTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private readonly RoundTripCounter _counter = new();
    private RelationalDatabase _database = null!;

    protected abstract Task<DbDataSource> CreateSourceAsync();

    protected abstract SqlDialect Dialect { get; }

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _database = new(new CountingDataSource(await CreateSourceAsync(), _counter), Dialect);
        await _database.MigrateAsync(default);
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        // Not there where the engine is not.
        if (_database is not null)
            await _database.DisposeAsync();
    }

    private static User NewUser() => new() { Id = Guid.CreateVersion7(), Email = $"{Guid.NewGuid():N}@example.com", UserName = $"{Guid.NewGuid():N}", CreatedAt = Now };

    private static Session NewSession() => new()
    {
        Id = Guid.CreateVersion7(),
        UserId = Guid.CreateVersion7(),
        ClientId = "app",
        Scope = "",
        Handle = Guid.NewGuid().ToByteArray(),
        SecretHash = new byte[32],
        CreatedAt = Now,
        LastUsedAt = Now,
        ExpiresAt = Now.AddDays(1),
        AbsoluteExpiresAt = Now.AddDays(2),
    };

    [Test]
    public async Task Accounts_cost_one_each()
    {
        var user = NewUser();
        var users = _database.Users;
        Assert.That(await _counter.DuringAsync(() => users.CreateAsync(user, default)), Is.EqualTo(1));
        Assert.That(await _counter.DuringAsync(() => users.FindByIdAsync(user.Id, default)), Is.EqualTo(1));
        Assert.That(await _counter.DuringAsync(() => users.FindByEmailAsync(user.Email, default)), Is.EqualTo(1));
        Assert.That(await _counter.DuringAsync(() => users.FindByUserNameAsync(user.UserName!, default)), Is.EqualTo(1));
        Assert.That(await _counter.DuringAsync(() => users.UpdateAsync(user, default)), Is.EqualTo(1));
        Assert.That(await _counter.DuringAsync(() => users.RecordFailedSignInAsync(user.Id, Now, default)), Is.EqualTo(1));
        Assert.That(await _counter.DuringAsync(() => users.ReplaceFailedSignInsAsync(user.Id, 1, 2, Now, default)), Is.EqualTo(1), "the winner");
        Assert.That(await _counter.DuringAsync(() => users.ReplaceFailedSignInsAsync(user.Id, 1, 2, Now, default)), Is.EqualTo(1), "the loser");
        Assert.That(await _counter.DuringAsync(() => users.ClearFailedSignInsAsync(user.Id, default)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_duplicate_costs_one_more_where_the_error_does_not_tell_which()
    {
        var tells = Dialect is not (MySqlDialect or SqlServerDialect);
        var user = NewUser();
        await _database.Users.CreateAsync(user, default);
        Assert.That(await _counter.DuringAsync(() => _database.Users.CreateAsync(user with { Id = Guid.CreateVersion7() }, default)), Is.EqualTo(tells ? 1 : 2));
    }

    [Test]
    public async Task Sessions_cost_one_each()
    {
        var session = NewSession();
        var sessions = _database.Sessions;
        Assert.That(await _counter.DuringAsync(() => sessions.CreateAsync(session, default)), Is.EqualTo(1));
        Assert.That(await _counter.DuringAsync(() => sessions.FindAsync(session.Id, default)), Is.EqualTo(1));
        var rotation = new SessionRotation(session.Handle, "app", new byte[32], [.. Enumerable.Repeat((byte)1, 32)], new byte[16], Now, Now.AddDays(1));
        Assert.That(await _counter.DuringAsync(() => sessions.RotateAsync(rotation, default)), Is.EqualTo(1), "the winner");
        Assert.That(await _counter.DuringAsync(() => sessions.RotateAsync(rotation, default)), Is.EqualTo(1), "the loser");
        Assert.That(await _counter.DuringAsync(() => sessions.RevokeAsync(session.Id, Now, default)), Is.EqualTo(1));
        Assert.That(await _counter.DuringAsync(() => sessions.RebindAsync(session.Id, session.UserId, 1, default)), Is.EqualTo(1));
        Assert.That(await _counter.DuringAsync(() => sessions.RevokeAllAsync(session.UserId, null, Now, default)), Is.EqualTo(2), "whether there are many, and all");
    }

    [Test]
    public async Task Grants_cost_one_each()
    {
        var grant = new Grant { Handle = Guid.NewGuid().ToByteArray(), Kind = GrantKind.PasswordReset, SecretHash = new byte[32], UserId = Guid.Empty, CreatedAt = Now, ExpiresAt = Now.AddDays(1) };
        Assert.That(await _counter.DuringAsync(() => _database.Grants.CreateAsync(grant, default)), Is.EqualTo(1));
        Assert.That(await _counter.DuringAsync(() => _database.Grants.CreateAsync(grant, default)), Is.EqualTo(1), "a handle that is taken");
        Assert.That(await _counter.DuringAsync(() => _database.Grants.FindAsync(grant.Handle, default)), Is.EqualTo(1));
        Assert.That(await _counter.DuringAsync(() => _database.Grants.ConsumeAsync(grant.Handle, grant.SecretHash, Now, default)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_refresh_costs_one_with_its_account()
    {
        var session = NewSession();
        await _database.Sessions.CreateAsync(session, default);
        var rotation = new SessionRotation(session.Handle, session.ClientId, session.SecretHash!, new byte[32], new byte[32], Now, Now.AddDays(1));
        Assert.That(await _counter.DuringAsync(() => _database.Records.RotateWithAccountAsync(rotation, default)), Is.EqualTo(1));
    }

    [Test]
    public async Task Clients_cost_one_each()
    {
        var client = new ClientRecord { Id = $"{Guid.NewGuid():N}", Metadata = [], CreatedAt = Now };
        Assert.That(await _counter.DuringAsync(() => _database.Clients.AddAsync(client, default)), Is.EqualTo(1));
        Assert.That(await _counter.DuringAsync(() => _database.Clients.AddAsync(client, default)), Is.EqualTo(1), "an id that is taken");
        Assert.That(await _counter.DuringAsync(() => _database.Clients.FindAsync(client.Id, default)), Is.EqualTo(1));
        Assert.That(await _counter.DuringAsync(() => _database.Clients.ReplaceAsync(client, client, default)), Is.EqualTo(1));
        Assert.That(await _counter.DuringAsync(() => _database.Clients.RemoveAsync(client.Id, default)), Is.EqualTo(1));
    }

    [Test]
    public async Task Consents_cost_one_each_and_each_scope_another_when_allowed()
    {
        var user = Guid.CreateVersion7();
        Assert.That(await _counter.DuringAsync(() => _database.Consents.AddAsync(user, "app", ["openid", "profile"], Now, default)), Is.EqualTo(2));
        Assert.That(await _counter.DuringAsync(() => _database.Consents.FindAsync(user, "app", default)), Is.EqualTo(1));
        Assert.That(await _counter.DuringAsync(() => _database.Consents.RemoveAsync(user, "app", default)), Is.EqualTo(1));
    }

    [Test]
    public async Task Failed_attempts_cost_one_each()
    {
        var first = new FailedAttempts { Subject = [.. Guid.NewGuid().ToByteArray(), .. Guid.NewGuid().ToByteArray()], Failures = 1, LastFailure = Now, ExpiresAt = Now.AddDays(1) };
        Assert.That(await _counter.DuringAsync(() => _database.Attempts.AddAsync(first, default)), Is.EqualTo(1));
        Assert.That(await _counter.DuringAsync(() => _database.Attempts.FindAsync(first.Subject, default)), Is.EqualTo(1));
        Assert.That(await _counter.DuringAsync(() => _database.Attempts.ReplaceAsync(first, first with { Failures = 2 }, default)), Is.EqualTo(1), "the winner");
        Assert.That(await _counter.DuringAsync(() => _database.Attempts.ReplaceAsync(first, first with { Failures = 2 }, default)), Is.EqualTo(1), "the loser");
        Assert.That(await _counter.DuringAsync(() => _database.Attempts.ClearAsync(first.Subject, default)), Is.EqualTo(1));
    }

    [Test]
    public async Task Starting_on_a_finished_schema_costs_one() =>
        Assert.That(await _counter.DuringAsync(() => _database.MigrateAsync(default)), Is.EqualTo(1));
}
