using AuthKit.Contracts.Tests.External;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Fuzzing.Tests.Judging;
using AuthKit.Fuzzing.Tests.Seeds;
using AuthKit.Http;

namespace AuthKit.Fuzzing.Tests;

/// <summary>Spoiling a request says something only where it was a good one.</summary>
internal sealed class SeedTests
{
    private const int MaxRounds = 20;

    // They succeed for one person's password, session or challenge alone, which no seed has together yet; they are fuzzed all the same.
    private static readonly string[] OfOneSession = ["/proofs", "/proofs/options", "/second-factor"];

    // Tokens of document 003 are those of others' clients, which change nobody's address, and do nothing that is the owner's.
    private static readonly string[] NotForOthers = ["/email/change", "/devices", "/devices/{id}", "/devices/end_others", "/connections", "/connections/{clientId}", "/my_data"];

    [Test]
    public async Task Every_route_and_page_has_a_request_that_succeeds_as_it_is()
    {
        await using var providers = await StandInProviders.StartAsync();
        await using var host = await FuzzedHost.StartAsync(Engine.Sqlite, providers);
        var corpus = new Corpus(host);
        var random = new Random(1);
        var (served, refused) = (new List<(Seed Seed, string Body)>(), new List<string>());
        using var sender = new Sender(host.Address);

        // What one request uses up another one lacks, so that those that have not succeeded yet come first, in another order each round.
        for (var round = 0; round < MaxRounds && Missing().Any(); round++)
        {
            var live = await corpus.ObtainAsync(round);
            var missing = Missing().Select(static wanted => (wanted.Path, wanted.Method)).ToHashSet();
            foreach (var seed in corpus.Seeds.OrderByDescending(seed => missing.Contains((seed.Path, seed.Method))).ThenBy(_ => random.Next()).ToList())
            {
                var request = seed.Fill(live, random);
                var answer = (await sender.SendAsync(request, CancellationToken.None)).Single();
                Assert.That(Oracle.Fault(answer, isHead: false), Is.Null, $"{seed}\n{answer.Status} {answer.Body}");
                if (answer.Status < 400)
                    served.Add((seed, request.Body));
                else
                    refused.Add($"{seed}: {answer.Status} {answer.Body}");
            }
        }

        Assert.That(Missing(), Is.Empty, () => string.Join('\n', refused.Where(each => Missing().Any(wanted => each.Contains(wanted.Path, StringComparison.Ordinal))).Distinct()));

        IEnumerable<(string Path, string Method, RowCondition? Condition)> Missing() => Endpoints.Wanted(host).Where(wanted => !NotForOthers.Contains(wanted.Path) && !OfOneSession.Any(path => wanted.Path.EndsWith(path, StringComparison.OrdinalIgnoreCase)) && !served.Exists(each => Asks(each.Seed, each.Body, wanted)));
    }

    private static bool Asks(Seed seed, string body, (string Path, string Method, RowCondition? Condition) wanted) =>
        seed.Path == wanted.Path && seed.Method == wanted.Method
        && (wanted.Condition is not { } condition || body.Split('&').Any(field => Uri.UnescapeDataString(field) == $"{condition.Field}={condition.Value}"));
}
