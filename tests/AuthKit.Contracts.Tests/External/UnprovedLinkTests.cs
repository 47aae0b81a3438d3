using AuthKit.Contracts.Tests.Harness;
using AuthKit.External;
using AuthKit.Records;
using static AuthKit.Contracts.Tests.External.Linking;

namespace AuthKit.Contracts.Tests.External;

/// <summary>An identity whose holder nobody has shown to own the account counts until a credential is set.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class UnprovedLinkTests(Engine engine)
{
    private const string Chosen = "another horse 8!";

    private static readonly ProviderToken Stranger = new() { Email = Gmail };
    private static readonly ProviderToken Owner = new() { Email = Gmail, Subject = "2002" };

    [Test]
    public async Task A_reset_ends_it()
    {
        await using var host = await StartAsync(new() { Engine = engine });
        var stranger = await SignInAsync(host, Facebook, Stranger);

        await LaravelSpeaker.ResetByMailAsync(host, Chosen, Gmail);

        AssertAsked(await TryAsync(host, Facebook, Stranger));
        Assert.That((await host.MeAsync(stranger)).Status, Is.EqualTo(401));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, Gmail, Chosen)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task The_owner_s_own_arrival_ends_it()
    {
        await using var host = await StartAsync(new() { Engine = engine });
        var stranger = await SignInAsync(host, Facebook, Stranger);

        var owner = await SignInAsync(host, Google, Owner);

        AssertAsked(await TryAsync(host, Facebook, Stranger));
        Assert.That((await host.MeAsync(stranger)).Status, Is.EqualTo(401));
        Assert.That((await host.MeAsync(owner)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task What_the_owner_has_proved_outlasts_a_reset()
    {
        await using var host = await StartAsync(new() { Engine = engine });
        await SignInAsync(host, Google, Owner);

        await LaravelSpeaker.ResetByMailAsync(host, Chosen, Gmail);

        await SignInAsync(host, Google, Owner);
    }

    [Test]
    public async Task One_of_the_release_before_counts_until_then_too()
    {
        await using var host = await StartAsync(new() { Engine = engine });
        var account = await SubjectAsync(host, (await Pair.RegisterAsync(host, Gmail)).Access);
        await AddAsEarlierReleaseAsync(host, new("facebook", Stranger.Subject, Guid.Parse(account!), host.Clock.GetUtcNow()));

        Assert.That(await SubjectAsync(host, await SignInAsync(host, Facebook, Stranger)), Is.EqualTo(account));
        await LaravelSpeaker.ResetByMailAsync(host, Chosen, Gmail);

        AssertAsked(await TryAsync(host, Facebook, Stranger));
    }

    /// <summary>As the release before linked while a reset was under way: its row comes when the reset is over, and says of no version.</summary>
    [Test]
    public async Task One_that_arrives_after_a_reset_counts_for_nothing()
    {
        await using var host = await StartAsync(new() { Engine = engine });
        var account = await SubjectAsync(host, (await RegisterProvedAsync(host)).Access);

        await AddAsEarlierReleaseAsync(host, new("facebook", Stranger.Subject, Guid.Parse(account!), host.Clock.GetUtcNow()));

        AssertAsked(await TryAsync(host, Facebook, Stranger));
    }

    private static async Task AddAsEarlierReleaseAsync(TestHost host, ExternalLoginRecord login)
    {
        var logins = new Table<ExternalLoginRecord>("authkit_external_logins");
        var provider = logins.ExactText("provider", 64, static row => row.Provider);
        var subject = logins.ExactText("subject", 255, static row => row.Subject);
        logins.Id("user_id", static row => row.UserId);
        logins.Time("created_at", static row => row.CreatedAt);
        logins.KeyedBy(provider, subject);
        await using var database = host.OpenHome();
        Assert.That(await database.Records.InsertAsync(logins, login, CancellationToken.None), Is.Null);
    }
}
