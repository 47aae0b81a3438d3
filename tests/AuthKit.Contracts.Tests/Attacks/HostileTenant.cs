using AuthKit.Conformance;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Sessions;
using AuthKit.Users;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>Whoever owns a tenant's database writes into it what they like.</summary>
internal sealed class HostileTenant(IDatabase database) : IAsyncDisposable
{
    public const string Email = "mallory@example.com";

    private static readonly Table<Session> Sessions = new("authkit_sessions");
    private static readonly Column<Guid> SessionId = Sessions.Id("id", static session => session.Id);
    private static readonly Column<Guid> Owner = Sessions.Id("user_id", static session => session.UserId);
    private static readonly Column<string> Scope = Sessions.Text("scope", 1024, static session => session.Scope);
    private static readonly Column<string?> Details = Sessions.TextOrNull("details", 4000, static session => session.Details);
    private static readonly Column<DateTimeOffset> CreatedAt = Sessions.Time("created_at", static session => session.CreatedAt);

    static HostileTenant() => Sessions.KeyedBy(SessionId);

    public static HostileTenant Of(TestHost host) => At(host, host.Databases.DemoConnection);

    public static HostileTenant At(TestHost host, string connection) =>
        new(host.Services.GetServices<IStoreProvider>().First(provider => provider.Engine.IsNamed(host.Databases.KeyIdentifier)).Open(connection));

    public ValueTask DisposeAsync() => database.DisposeAsync();

    /// <summary>Gives the account another id, and whatever else.</summary>
    public async Task RenameAsync(Guid id, string email = Email)
    {
        var user = (await database.Users.FindByEmailAsync(email, CancellationToken.None))!;
        var users = new Table<User>("authkit_users");
        var key = users.Id("id", static user => user.Id);
        users.KeyedBy(key);
        Assert.That(await database.Records.DeleteAsync(users, [key.Is(user.Id)], limit: 0, CancellationToken.None), Is.EqualTo(1));
        Assert.That(await database.Users.CreateAsync(user with { Id = id, EmailVerified = true }, CancellationToken.None), Is.EqualTo(UserWrite.Done));
    }

    /// <summary>Changes every session of the database.</summary>
    public async Task ChangeSessionsAsync(Guid? userId = null, string? scope = null, string? details = null)
    {
        Change?[] changes = [userId is { } id ? Owner.To(id) : null, scope is null ? null : Scope.To(scope), details is null ? null : Details.To(details)];
        var changed = await database.Records.UpdateAsync(Sessions, [CreatedAt.After(DateTimeOffset.UnixEpoch)], [.. changes.OfType<Change>()], readBy: null, CancellationToken.None);
        Assert.That(changed.Changed, Is.GreaterThan(0));
    }

    /// <summary>Gives a session another's id.</summary>
    public async Task TakeSessionIdAsync(Guid own, Guid taken) =>
        Assert.That((await database.Records.UpdateAsync(Sessions, [SessionId.Is(own)], [SessionId.To(taken)], readBy: null, CancellationToken.None)).Changed, Is.EqualTo(1));
}
