using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>An account that is guessed at closes for a while, and nobody can tell.</summary>
[TestFixtureSource(typeof(Speaker), nameof(Speaker.OfPasswords))]
internal sealed class LockoutTests(Speaker speaker)
{
    private const string Wrong = "wrong horse 0!";

    [Test]
    public async Task A_closed_account_looks_like_a_wrong_password_and_like_no_account()
    {
        await using var host = await TestHost.StartAsync();
        await speaker.RegisterAsync(host);
        var unknown = await speaker.SignInAsync(host, "bert@example.com", Wrong);
        var wrong = await speaker.SignInAsync(host, password: Wrong);
        await FailAsync(host, 4);

        var closed = await speaker.SignInAsync(host);

        Assert.That(wrong.Status, Is.EqualTo(401));
        Assert.That((closed.Status, closed.Body), Is.EqualTo((wrong.Status, wrong.Body)));
        Assert.That((unknown.Status, unknown.Body), Is.EqualTo((wrong.Status, wrong.Body)));
        Assert.That(Comparable(closed), Is.EqualTo(Comparable(wrong)));
        Assert.That(Comparable(unknown), Is.EqualTo(Comparable(wrong)));
    }

    [Test]
    public async Task It_opens_again_and_closes_for_longer_the_next_time()
    {
        await using var host = await TestHost.StartAsync();
        await speaker.RegisterAsync(host);
        await FailAsync(host, 5);

        await AssertOpensAfterAsync(host, TimeSpan.FromSeconds(15), then: Wrong);
        await AssertOpensAfterAsync(host, TimeSpan.FromSeconds(30), then: Wrong);
        await AssertOpensAfterAsync(host, TimeSpan.FromSeconds(60), then: Speaker.Password);

        // A sign-in has cleared the count: failures are free again.
        await FailAsync(host, 4);
        Assert.That((await speaker.SignInAsync(host)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task It_never_closes_for_longer_than_the_ceiling()
    {
        await using var host = await TestHost.StartAsync();
        await speaker.RegisterAsync(host);
        for (var i = 0; i < 20; i++)
        {
            await FailAsync(host, 1);
            host.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        await FailAsync(host, 1);
        await AssertOpensAfterAsync(host, TimeSpan.FromMinutes(15), then: Speaker.Password);
    }

    [Test]
    public async Task Failures_while_it_is_closed_do_not_count()
    {
        await using var host = await TestHost.StartAsync();
        await speaker.RegisterAsync(host);
        await FailAsync(host, 5);

        await FailAsync(host, 10);

        await AssertOpensAfterAsync(host, TimeSpan.FromSeconds(15), then: Speaker.Password);
    }

    private async Task FailAsync(TestHost host, int times)
    {
        for (var i = 0; i < times; i++)
            Assert.That((await speaker.SignInAsync(host, password: Wrong)).Status, Is.EqualTo(401));
    }

    private async Task AssertOpensAfterAsync(TestHost host, TimeSpan time, string then)
    {
        host.Clock.Advance(time - TimeSpan.FromSeconds(1));
        Assert.That((await speaker.SignInAsync(host)).Status, Is.EqualTo(401), $"before {time}");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That((await speaker.SignInAsync(host, password: then)).Status, Is.EqualTo(then == Wrong ? 401 : 200), $"after {time}");
    }

    private static IEnumerable<string> Comparable(Answer answer) => answer.Headers.Where(header => header.Key != "Date").Select(header => $"{header.Key}: {header.Value}");
}
