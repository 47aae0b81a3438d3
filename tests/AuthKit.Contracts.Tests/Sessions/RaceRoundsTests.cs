using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Sessions;

/// <summary>
/// Races without a stop watch: what other tests hold still at the worst moment is run here as it comes, round after round.
/// <c>AUTHKIT_RACE_ROUNDS</c> says how many, where the few of every run are not enough.
/// </summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class RaceRoundsTests(Engine engine)
{
    private const string NewPassword = "another horse 8!";
    private const int InFlight = 30;

    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("AUTHKIT_RACE_ROUNDS"), out var rounds) ? rounds : 2;

    [Test]
    public async Task No_session_of_the_old_password_outlives_a_reset()
    {
        await using var host = await TestHost.StartAsync(Plan());
        for (var round = 0; round < Rounds; round++)
        {
            var email = $"reset{round}@example.com";
            await Pair.RegisterAsync(host, email);
            await LaravelSpeaker.RequestResetAsync(host, email);
            var token = await host.Mails.NextTokenAsync(email);

            var late = await DuringAsync(host, email, round, async () =>
                Assert.That((await LaravelSpeaker.ResetAsync(host, token, NewPassword, email)).Status, Is.EqualTo(200)));

            await AssertOverAsync(host, late, round);
        }
    }

    [Test]
    public async Task No_session_of_the_old_password_outlives_a_change()
    {
        await using var host = await TestHost.StartAsync(Plan());
        for (var round = 0; round < Rounds; round++)
        {
            var email = $"change{round}@example.com";
            var here = await Pair.RegisterAsync(host, email);

            var late = await DuringAsync(host, email, round, async () =>
                Assert.That((await MessageCodeSpeaker.UpdatePasswordAsync(host, here.Access, Speaker.Password, NewPassword)).Status, Is.EqualTo(200)));

            await AssertOverAsync(host, late, round);
            Assert.That(await here.TryAsync(host), Is.EqualTo((200, 200)), $"round {round}");
        }
    }

    [Test]
    public async Task No_session_is_minted_through_what_another_node_has_cached()
    {
        await using var one = await TestHost.StartAsync(Plan());
        await using var two = await TestHost.StartAsync(Plan() with { Shared = one.Databases });
        for (var round = 0; round < Rounds; round++)
        {
            var email = $"node{round}@example.com";
            await Pair.RegisterAsync(one, email);
            var pages = new Authorizing(two);
            var browser = await pages.SignInAsync(email);
            Assert.That((await pages.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser)).Value, Is.InstanceOf<AuthorizationGranted>());

            await LaravelSpeaker.ResetByMailAsync(one, NewPassword, email);

            Assert.That((await pages.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser)).Value, Is.InstanceOf<SignInWanted>(), $"round {round}");
        }
    }

    [TestCase(0)]
    [TestCase(5)]
    public async Task Without_a_grace_one_of_64_is_served_and_the_session_ends(int minutesApart)
    {
        var plan = Plan() with { Options = options => (options.Sessions.RefreshGrace, options.Passwords.MaxQueuedHashes) = (TimeSpan.Zero, 1000) };
        await using var one = await TestHost.StartAsync(plan);
        await using var two = await TestHost.StartAsync(plan with { Shared = one.Databases });
        two.Clock.Advance(TimeSpan.FromMinutes(minutesApart));
        for (var round = 0; round < Rounds; round++)
        {
            var first = await Pair.RegisterAsync(one, $"refresh{minutesApart}-{round}@example.com");

            var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(n => LaravelSpeaker.RefreshAsync(n % 2 == 0 ? one : two, first.Refresh)));

            var served = answers.Where(answer => answer.Status == 200).ToArray();
            Assert.That(served, Has.Length.EqualTo(1), $"round {round}");
            Assert.That(await Pair.Of(served[0]).TryAsync(one), Is.EqualTo((401, 401)), $"round {round}");
        }
    }

    private HostPlan Plan() => new() { Engine = engine, Options = options => options.Passwords.MaxQueuedHashes = 1000 };

    /// <summary>Thirty sign-ins with the old password, and what withdraws it as soon as some of them are through: another number each round.</summary>
    private static async Task<Answer[]> DuringAsync(TestHost host, string email, int round, Func<Task> withdraw)
    {
        var through = 0;
        var mayWithdraw = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var signIns = Enumerable.Range(0, InFlight).Select(async _ =>
        {
            var answer = await new LaravelSpeaker().SignInAsync(host, email);
            if (Interlocked.Increment(ref through) > round % InFlight)
                mayWithdraw.TrySetResult();
            return answer;
        }).ToArray();
        await mayWithdraw.Task;
        await withdraw();
        return await Task.WhenAll(signIns);
    }

    private static async Task AssertOverAsync(TestHost host, Answer[] late, int round)
    {
        Assert.That(late.Select(answer => answer.Status), Is.All.EqualTo(200).Or.EqualTo(401));
        foreach (var answer in late.Where(answer => answer.Status == 200))
            Assert.That(await Pair.Of(answer).TryAsync(host), Is.EqualTo((401, 401)), $"round {round}");
    }
}
