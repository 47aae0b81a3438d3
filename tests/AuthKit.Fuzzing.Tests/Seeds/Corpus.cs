using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Fuzzing.Tests.Seeds;

/// <summary>The real requests that a campaign begins with, in an order that is the same each time.</summary>
internal sealed class Corpus(TestHost host)
{
    private readonly List<Seed> _pages = [];

    public IReadOnlyList<Seed> Seeds => [.. RouteSeeds.Of(host), .. OwnSeeds.Of(host), .. TranscriptSeeds.All, .. _pages];

    /// <summary>New values for a round, obtained from the host.</summary>
    public async Task<LiveValues> ObtainAsync(int round)
    {
        var live = await new Obtaining(host, round).ObtainAsync();
        var pages = await new PageSeeds(host, live, Obtaining.EmailOf(round), Obtaining.FactoredOf(round)).ListAsync();
        if (_pages.Count == 0)
            _pages.AddRange(pages);
        return live;
    }
}
