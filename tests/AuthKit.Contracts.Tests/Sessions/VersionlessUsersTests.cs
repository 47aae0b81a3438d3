using AuthKit.Contracts.Tests.Harness;
using AuthKit.Records;

namespace AuthKit.Contracts.Tests.Sessions;

/// <summary>Where a host's own accounts have no credential version, sessions end by revocation, and what fails is told.</summary>
internal sealed class VersionlessUsersTests
{
    private const string NewPassword = "another horse 8!";

    private bool _fails;

    [Test]
    public async Task A_change_ends_the_other_sessions_and_leaves_this_one()
    {
        await using var host = await StartAsync();
        var here = await Pair.RegisterAsync(host);
        var there = await Pair.SignInAsync(host);

        Assert.That((await MessageCodeSpeaker.UpdatePasswordAsync(host, here.Access, Speaker.Password, NewPassword)).Status, Is.EqualTo(200));

        Assert.That(await there.TryAsync(host), Is.EqualTo((401, 401)));
        Assert.That(await here.TryAsync(host), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task A_change_voids_a_mailed_reset()
    {
        await using var host = await StartAsync();
        var here = await Pair.RegisterAsync(host);
        await LaravelSpeaker.RequestResetAsync(host);
        var token = await host.Mails.NextTokenAsync(Speaker.Email);

        await MessageCodeSpeaker.UpdatePasswordAsync(host, here.Access, Speaker.Password, NewPassword);

        Assert.That((await LaravelSpeaker.ResetAsync(host, token, "a third horse 9!")).Status, Is.EqualTo(422));
    }

    [Test]
    public async Task A_revocation_that_fails_is_the_callers_to_know()
    {
        await using var host = await StartAsync();
        var here = await Pair.RegisterAsync(host);

        _fails = true;
        var change = await MessageCodeSpeaker.UpdatePasswordAsync(host, here.Access, Speaker.Password, NewPassword);
        _fails = false;

        Assert.That(change.Status, Is.EqualTo(503));
    }

    private Task<TestHost> StartAsync() => TestHost.StartAsync(new()
    {
        Build = builder =>
        {
            builder.UseUsers<VersionlessUsers>();
            WatchedStore.Watch(builder, call =>
            {
                if (_fails && WatchedStore.ChangesSessions(call))
                    throw new StoreUnavailableException("A row is locked.");
            });
        },
    });
}
