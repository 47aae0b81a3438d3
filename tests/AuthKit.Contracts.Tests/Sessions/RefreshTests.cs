using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Sessions;

/// <summary>Refresh tokens are exchanged once; whoever comes again with an old one is late or a thief.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class RefreshTests(Engine engine)
{
    private static readonly HostPlan NoGrace = new() { Options = options => options.Sessions.RefreshGrace = TimeSpan.Zero };

    [Test]
    public async Task A_replay_after_the_grace_ends_the_session_and_its_access_tokens_at_once()
    {
        await using var host = await StartAsync();
        var first = await Pair.RegisterAsync(host);
        var second = await first.RefreshAsync(host);
        Assert.That((await host.MeAsync(second.Access)).Status, Is.EqualTo(200));

        host.Clock.Advance(TimeSpan.FromSeconds(10));
        var replay = await LaravelSpeaker.RefreshAsync(host, first.Refresh);

        Assert.That(replay.Status, Is.EqualTo(401));
        Assert.That(await second.TryAsync(host), Is.EqualTo((401, 401)));
        Assert.That((await host.MeAsync(first.Access)).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task A_replay_within_the_grace_gets_the_same_successor()
    {
        await using var host = await StartAsync();
        var first = await Pair.RegisterAsync(host);
        var second = await first.RefreshAsync(host);

        host.Clock.Advance(TimeSpan.FromSeconds(9.9));
        var again = await first.RefreshAsync(host);

        Assert.That(again.Refresh, Is.EqualTo(second.Refresh));
        Assert.That(await again.TryAsync(host), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task The_grace_is_for_the_last_token_alone()
    {
        await using var host = await StartAsync();
        var first = await Pair.RegisterAsync(host);
        var third = await (await first.RefreshAsync(host)).RefreshAsync(host);

        var replay = await LaravelSpeaker.RefreshAsync(host, first.Refresh);

        Assert.That(replay.Status, Is.EqualTo(401));
        Assert.That(await third.TryAsync(host), Is.EqualTo((401, 401)));
    }

    [Test]
    public async Task Without_a_grace_every_replay_ends_the_session()
    {
        await using var host = await StartAsync(NoGrace);
        var first = await Pair.RegisterAsync(host);
        var second = await first.RefreshAsync(host);

        var replay = await LaravelSpeaker.RefreshAsync(host, first.Refresh);

        Assert.That(replay.Status, Is.EqualTo(401));
        Assert.That(await second.TryAsync(host), Is.EqualTo((401, 401)));
    }

    [Test]
    public async Task A_guessed_secret_on_a_known_handle_ends_the_session()
    {
        await using var host = await StartAsync();
        var pair = await Pair.RegisterAsync(host);
        var stranger = await Pair.RegisterAsync(host, "bert@example.com");
        var forged = $"{pair.Refresh.Split('.')[0]}.{stranger.Refresh.Split('.')[1]}";

        Assert.That((await LaravelSpeaker.RefreshAsync(host, forged)).Status, Is.EqualTo(401));
        Assert.That(await pair.TryAsync(host), Is.EqualTo((401, 401)));
        Assert.That(await stranger.TryAsync(host), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task Of_many_at_once_all_get_one_successor_within_the_grace()
    {
        await using var host = await StartAsync();
        var first = await Pair.RegisterAsync(host);

        var answers = await AtOnceAsync(host, first.Refresh);

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(200));
        Assert.That(answers.Select(answer => Pair.Of(answer).Refresh).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await Pair.Of(answers[0]).TryAsync(host), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task Of_many_at_once_one_wins_and_the_session_ends_without_a_grace()
    {
        await using var host = await StartAsync(NoGrace);
        var first = await Pair.RegisterAsync(host);

        var answers = await AtOnceAsync(host, first.Refresh);

        Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Status != 200).Select(answer => answer.Status), Is.All.EqualTo(401));
        Assert.That(await Pair.Of(answers.Single(answer => answer.Status == 200)).TryAsync(host), Is.EqualTo((401, 401)));
    }

    [Test]
    public async Task A_session_that_is_not_used_ends()
    {
        await using var host = await StartAsync();
        var pair = await Pair.RegisterAsync(host);

        host.Clock.Advance(TimeSpan.FromDays(30));

        Assert.That((await LaravelSpeaker.RefreshAsync(host, pair.Refresh)).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task A_session_outlives_the_key_that_signed_its_first_token_but_not_its_absolute_end()
    {
        await using var host = await StartAsync();
        var pair = await Pair.RegisterAsync(host);

        for (var days = 29; days < 180; days += 29)
        {
            host.Clock.Advance(TimeSpan.FromDays(29));
            pair = await pair.RefreshAsync(host);
        }

        host.Clock.Advance(TimeSpan.FromDays(6));
        Assert.That((await LaravelSpeaker.RefreshAsync(host, pair.Refresh)).Status, Is.EqualTo(401));
    }

    private static Task<Answer[]> AtOnceAsync(TestHost host, string token) =>
        Task.WhenAll(Enumerable.Range(0, 64).Select(_ => LaravelSpeaker.RefreshAsync(host, token)));

    private Task<TestHost> StartAsync(HostPlan? plan = null) => TestHost.StartAsync((plan ?? new()) with { Engine = engine });
}
