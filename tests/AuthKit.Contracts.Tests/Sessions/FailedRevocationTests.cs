using AuthKit.Contracts.Tests.Harness;
using AuthKit.Records;
using AuthKit.Sessions;
using AuthKit.Users;

namespace AuthKit.Contracts.Tests.Sessions;

/// <summary>A password is set, and then the store fails: nothing of before counts, and what is answered is so.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class FailedRevocationTests(Engine engine)
{
    private const string NewPassword = "another horse 8!";

    private int _changesLeft;

    [SetUp]
    public void Mend() => _changesLeft = int.MaxValue;

    [Test]
    public async Task A_change_ends_the_other_sessions_all_the_same()
    {
        await using var host = await StartAsync();
        var here = await Pair.RegisterAsync(host);
        var there = await Pair.SignInAsync(host);

        // The caller's own session goes on; the others cannot be revoked.
        _changesLeft = 1;
        var change = await MessageCodeSpeaker.UpdatePasswordAsync(host, here.Access, Speaker.Password, NewPassword);
        Mend();

        Assert.That(change.Status, Is.EqualTo(200));
        Assert.That(await there.TryAsync(host), Is.EqualTo((401, 401)));
        Assert.That(await here.TryAsync(host), Is.EqualTo((200, 200)));
        Assert.That((await new LaravelSpeaker().SignInAsync(host)).Status, Is.EqualTo(401));
        Assert.That(host.Logs.Entries.Select(entry => entry.Text), Has.Some.Contains("could not be marked as revoked"));
    }

    [Test]
    public async Task A_reset_ends_all_sessions_all_the_same()
    {
        await using var host = await StartAsync();
        var pair = await Pair.RegisterAsync(host);
        await LaravelSpeaker.RequestResetAsync(host);
        var token = await host.Mails.NextTokenAsync(Speaker.Email);

        _changesLeft = 0;
        var reset = await LaravelSpeaker.ResetAsync(host, token, NewPassword);
        Mend();

        Assert.That(reset.Status, Is.EqualTo(200));
        Assert.That(await pair.TryAsync(host), Is.EqualTo((401, 401)));
    }

    /// <summary>A node of schema version 3 writes no credential version.</summary>
    [Test]
    public async Task A_session_of_before_the_upgrade_works_until_the_password_changes()
    {
        await using var host = await StartAsync();
        var here = await Pair.RegisterAsync(host);
        var there = await Pair.SignInAsync(host);
        await ForgetVersionsAsync(host);
        Assert.That((await host.MeAsync(there.Access)).Status, Is.EqualTo(200));
        there = await there.RefreshAsync(host);

        _changesLeft = 1;
        await MessageCodeSpeaker.UpdatePasswordAsync(host, here.Access, Speaker.Password, NewPassword);
        Mend();

        Assert.That(await there.TryAsync(host), Is.EqualTo((401, 401)));
        Assert.That(await here.TryAsync(host), Is.EqualTo((200, 200)));
    }

    private static async Task ForgetVersionsAsync(TestHost host)
    {
        await using var database = host.OpenHome();
        var sessions = new Table<Session>("authkit_sessions");
        var id = sessions.Id("id", static session => session.Id);
        var sessionVersion = sessions.IntegerOrNull("credential_version", static session => session.CredentialVersion, since: 4);
        sessions.KeyedBy(id);
        Assert.That((await database.Records.UpdateAsync(sessions, [sessionVersion.Is(0)], [sessionVersion.To(null)], readBy: null, CancellationToken.None)).Changed, Is.EqualTo(2));
        var users = new Table<User>("authkit_users");
        var user = users.Id("id", static user => user.Id);
        var userVersion = users.IntegerOrNull("credential_version", static user => user.CredentialVersion, since: 4);
        users.KeyedBy(user);
        Assert.That((await database.Records.UpdateAsync(users, [userVersion.Is(0)], [userVersion.To(null)], readBy: null, CancellationToken.None)).Changed, Is.EqualTo(1));
    }

    private Task<TestHost> StartAsync() => TestHost.StartAsync(new()
    {
        Engine = engine,
        Build = builder => WatchedStore.Watch(builder, call =>
        {
            if (WatchedStore.ChangesSessions(call) && --_changesLeft < 0)
                throw new StoreUnavailableException("A row is locked.");
        }),
    });
}
