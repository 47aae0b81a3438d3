using System.Diagnostics;
using AuthKit.Contracts.Tests.External;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Fuzzing.Tests.Mutations;

namespace AuthKit.Fuzzing.Tests;

/// <summary>
/// Whatever comes over the wire: no 5xx but a 503 that says when to come again, nothing outside the contract's envelope,
/// nothing secret in a log or in the reply to somebody who did not have it, and no error in the log. <c>docs/fuzzing.md</c>
/// says how to run more of it, and how to run a failure again.
/// </summary>
[TestFixtureSource(typeof(CampaignTests), nameof(Engines))]
[NonParallelizable]
internal sealed class CampaignTests(Engine engine)
{
    private static readonly string[] Tried = ["SQLite", "PostgreSQL", "MariaDB"];

    // One that compares and limits text as the language does, one that knows no U+0000, one that counts its columns' bytes.
    private static IEnumerable<Engine> Engines => Engine.All.Where(engine => Tried.Contains(engine.Name));

    [Test]
    public async Task Nothing_sent_breaks_a_promise()
    {
        var settings = CampaignSettings.Read();
        await using var providers = await StandInProviders.StartAsync();
        await using var host = await FuzzedHost.StartAsync(engine, providers);
        var campaign = new Campaign(host, settings);

        var began = Stopwatch.GetTimestamp();
        await campaign.RunAsync();

        var took = Stopwatch.GetElapsedTime(began);
        TestContext.Out.WriteLine($"{engine}, {settings}: {settings.Requests / took.TotalSeconds:F0} requests/s. Replies: {campaign.Tally}");
        Assert.That(campaign.Tally.Findings, Is.Empty, () => $"Again with {settings}.\n{string.Join("\n\n", campaign.Tally.Findings.Take(20))}");
        if (settings.Requests >= 1000)
            Assert.That(Mutation.All.Select(mutation => mutation.Kind), Is.SubsetOf(campaign.Tally.Kinds.Keys));
    }
}
