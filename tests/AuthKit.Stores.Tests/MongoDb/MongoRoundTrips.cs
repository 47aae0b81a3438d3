using AuthKit.AuthorizationServer.Clients;
using AuthKit.Databases;
using AuthKit.Grants;
using AuthKit.Sessions;
using AuthKit.Users;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.MongoDb;

/// <summary>What each call costs: the commands sent.</summary>
public sealed class MongoRoundTrips
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private readonly MongoEngine _engine = new();
    private CommandCounter _counter = null!;

    private IDatabase Database => _counter.Database;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _counter = new(await _engine.CreateDatabaseAsync());
        await Database.MigrateAsync(default);
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (_counter is not null)
            await _counter.DisposeAsync();
        await _engine.DisposeAsync();
    }

    [Test]
    public async Task Accounts_cost_one_each()
    {
        var user = new User { Id = Guid.CreateVersion7(), Email = $"{Guid.NewGuid():N}@example.com", UserName = $"{Guid.NewGuid():N}", CreatedAt = Now };
        var users = Database.Users;
        await SendsAsync(() => users.CreateAsync(user, default), "insert");
        await SendsAsync(() => users.CreateAsync(user with { Id = Guid.CreateVersion7() }, default), "insert");
        await SendsAsync(() => users.FindByIdAsync(user.Id, default), "find");
        await SendsAsync(() => users.FindByEmailAsync(user.Email, default), "find");
        await SendsAsync(() => users.FindByUserNameAsync(user.UserName!, default), "find");
        await SendsAsync(() => users.UpdateAsync(user, default), "update");
        await SendsAsync(() => users.RecordFailedSignInAsync(user.Id, Now, default), "update");
        await SendsAsync(() => users.ReplaceFailedSignInsAsync(user.Id, 1, 2, Now, default), "findAndModify");
        await SendsAsync(() => users.ReplaceFailedSignInsAsync(user.Id, 1, 2, Now, default), "findAndModify", "find");
        await SendsAsync(() => users.ClearFailedSignInsAsync(user.Id, default), "update");
    }

    [Test]
    public async Task Sessions_cost_one_each_and_a_lost_race_two()
    {
        var session = new Session
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
        var rotation = new SessionRotation(session.Handle, "app", new byte[32], [.. Enumerable.Repeat((byte)1, 32)], new byte[16], Now, Now.AddDays(1));
        var sessions = Database.Sessions;
        await SendsAsync(() => sessions.CreateAsync(session, default), "insert");
        await SendsAsync(() => sessions.FindAsync(session.Id, default), "find");
        await SendsAsync(() => sessions.RotateAsync(rotation, default), "findAndModify");
        await SendsAsync(() => sessions.RotateAsync(rotation, default), "findAndModify", "find");
        await SendsAsync(() => sessions.RevokeAsync(session.Id, Now, default), "update");
        await SendsAsync(() => sessions.RebindAsync(session.Id, session.UserId, 1, default), "update");
        await SendsAsync(() => sessions.RevokeAllAsync(session.UserId, null, Now, default), "find", "update");
        await SendsAsync(() => sessions.DeleteExpiredAsync(Now, default), "find", "find");
    }

    [Test]
    public async Task Grants_cost_one_each()
    {
        var grant = new Grant { Handle = Guid.NewGuid().ToByteArray(), Kind = GrantKind.PasswordReset, SecretHash = new byte[32], UserId = Guid.Empty, CreatedAt = Now, ExpiresAt = Now.AddDays(1) };
        await SendsAsync(() => Database.Grants.CreateAsync(grant, default), "insert");
        await SendsAsync(() => Database.Grants.FindAsync(grant.Handle, default), "find");
        await SendsAsync(() => Database.Grants.ConsumeAsync(grant.Handle, grant.SecretHash, Now, default), "update");
        await SendsAsync(() => Database.Grants.DeleteExpiredAsync(Now.AddDays(1), default), "find", "delete");
    }

    [Test]
    public async Task Names_cost_one_each()
    {
        byte[][] names = [Guid.NewGuid().ToByteArray(), Guid.NewGuid().ToByteArray()];
        await SendsAsync(() => Database.Directory.AddAsync(names, "acme", Now, default), "insert", "insert");
        await SendsAsync(() => Database.Directory.FindAsync(names[0], default), "find");
    }

    [Test]
    public async Task Clients_cost_one_each()
    {
        var client = new ClientRecord { Id = $"{Guid.NewGuid():N}", Metadata = [], CreatedAt = Now };
        await SendsAsync(() => Database.Clients.AddAsync(client, default), "insert");
        await SendsAsync(() => Database.Clients.AddAsync(client, default), "insert");
        await SendsAsync(() => Database.Clients.FindAsync(client.Id, default), "find");
        await SendsAsync(() => Database.Clients.RemoveAsync(client.Id, default), "delete");
    }

    [Test]
    public async Task Scopes_that_a_user_allows_a_client_cost_one_each()
    {
        var user = Guid.CreateVersion7();
        await SendsAsync(() => Database.Consents.AddAsync(user, "app", ["openid", "profile"], Now, default), "insert", "insert");
        await SendsAsync(() => Database.Consents.FindAsync(user, "app", default), "find");
        await SendsAsync(() => Database.Consents.RemoveAsync(user, "app", default), "delete");
    }

    private async Task SendsAsync(Func<Task> call, params string[] commands) =>
        Assert.That(await _counter.DuringAsync(call), Is.EqualTo(commands));
}
