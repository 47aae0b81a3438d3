using AuthKit.Databases;
using AuthKit.Features;
using AuthKit.Grants;
using AuthKit.Records;

namespace AuthKit.Core.Tests.Features;

/// <summary>Challenges that nothing is kept of until they are spent.</summary>
[TestFixture(Keeping.Memory)]
[TestFixture(Keeping.Sqlite)]
internal sealed class SealedChallengeTests(Keeping keeping)
{
    private static readonly ChallengePurpose Purpose = new("tests sign-in", "tests", "a browser");
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    [Test]
    public async Task A_row_is_kept_of_what_is_spent_and_of_nothing_else()
    {
        await using var host = Start();
        for (var views = 0; views < 20; views++)
            await SealAsync(host);
        var spent = await SealAsync(host);

        var before = await RowsAsync(host);
        Assert.That(await SpendAsync(host, spent), Is.True);

        Assert.That((before, await RowsAsync(host)), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Of_64_at_once_one_spends_it()
    {
        await using var host = Start();
        var challenge = await SealAsync(host);

        var spent = await AtOnce.RunAsync(64, _ => SpendAsync(host, challenge));

        Assert.That(spent.Count(static won => won), Is.EqualTo(1));
        Assert.That(await SpendAsync(host, challenge), Is.False);
    }

    [Test]
    public async Task It_is_good_until_its_time_has_passed()
    {
        await using var host = Start();
        var (inTime, late) = (await SealAsync(host), await SealAsync(host));

        host.Clock.Advance(Lifetime - TimeSpan.FromMilliseconds(1));
        Assert.That(await SpendAsync(host, inTime), Is.True);
        host.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.That(await SpendAsync(host, late), Is.False);
    }

    [Test]
    public async Task It_is_good_for_its_purpose_and_for_whom_it_was_made()
    {
        await using var host = Start();
        var challenge = await SealAsync(host);

        foreach (var other in (ChallengePurpose[])[new("tests sign-up", "tests", "a browser"), new("tests sign-in", "tests", "another browser"), new("tests sign-in", "testsa", " browser"), new("tests sign-in")])
            Assert.That(await host.Get<IChallenges>().SpendAsync(challenge, other, CancellationToken.None), Is.False, $"{other} {string.Join('|', other.BoundTo)}");
        Assert.That(await SpendAsync(host, challenge), Is.True);
    }

    [Test]
    public async Task Nobody_makes_one_up()
    {
        await using var host = Start();
        var challenge = await SealAsync(host);
        var issued = await host.Get<IChallenges>().IssueAsync(Purpose, Lifetime, data: null, CancellationToken.None);

        for (var at = 0; at < challenge.Length; at++)
        {
            var altered = (byte[])challenge.Clone();
            altered[at] ^= 1;
            Assert.That(await SpendAsync(host, altered), Is.False, $"byte {at}");
        }

        Assert.That(await SpendAsync(host, []), Is.False);
        Assert.That(await SpendAsync(host, [.. challenge, 0]), Is.False);
        Assert.That(await SpendAsync(host, issued), Is.False, "an issued one is consumed, not spent");
        Assert.That(await host.Get<IChallenges>().ConsumeAsync(challenge, Purpose, CancellationToken.None), Is.Null, "a sealed one is spent, not consumed");
        Assert.That(await RowsAsync(host), Is.EqualTo(1), "what is refused leaves nothing");
    }

    private FeatureHost Start() => new(keeping, static _ => { });

    private static Task<byte[]> SealAsync(FeatureHost host) => host.Get<IChallenges>().SealAsync(Purpose, Lifetime, CancellationToken.None).AsTask();

    private static Task<bool> SpendAsync(FeatureHost host, byte[] challenge) => host.Get<IChallenges>().SpendAsync(challenge, Purpose, CancellationToken.None);

    private static async Task<int> RowsAsync(FeatureHost host)
    {
        await using var home = await host.Get<HomeDatabase>().GetAsync(CancellationToken.None);
        return (await home.Port<IRecords>(static records => records).ListAsync(GrantTable.Rows, [], orderBy: null, limit: 0, CancellationToken.None)).Count;
    }
}
