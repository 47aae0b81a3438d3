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

    // Tokens of document 003 are those of others' clients, which do nothing that is the owner's alone.
    private static readonly string[] NotForOthers = ["/devices", "/devices/{id}", "/devices/end_others", "/connections", "/connections/{clientId}", "/my_data", "/api_keys", "/api_keys/{id}", "/api_keys/{id}/rotation"];

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
            var missing = Missing().ToList();
            foreach (var seed in corpus.Seeds.OrderByDescending(seed => missing.Exists(wanted => wanted.Method == seed.Method && Endpoints.IsOf(wanted.Path, seed.Path))).ThenBy(_ => random.Next()).ToList())
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

        IEnumerable<(string Path, string Method, RowCondition? Condition)> Missing() => Endpoints.Wanted(host).Where(wanted => !NotForOthers.Contains(wanted.Path) && !served.Exists(each => Asks(each.Seed, each.Body, wanted)));
    }

    private static bool Asks(Seed seed, string body, (string Path, string Method, RowCondition? Condition) wanted) =>
        Endpoints.IsOf(wanted.Path, seed.Path) && seed.Method == wanted.Method
        && (wanted.Condition is not { } condition || body.Split('&').Any(field => Uri.UnescapeDataString(field) == $"{condition.Field}={condition.Value}"));
}
