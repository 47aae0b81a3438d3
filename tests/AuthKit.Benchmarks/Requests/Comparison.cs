namespace AuthKit.Benchmarks.Requests;

/// <summary>AuthKit beside ASP.NET Core Identity on one PostgreSQL, in one run, turn by turn, so that what disturbs one disturbs all.</summary>
/// <param name="options">How long, and with whom.</param>
internal sealed class Comparison(ComparisonOptions options)
{
    /// <summary>Measures everything and prints a table.</summary>
    public async Task RunAsync()
    {
        var contenders = Contender.All(options.Before);
        await using var server = new PostgreSqlServer(options.Server);
        var database = await server.FindProcessAsync();
        var hosts = new Dictionary<(Contender, bool Hashes), HostProcess>();
        try
        {
            foreach (var contender in contenders)
            {
                foreach (var hashes in new[] { true, false })
                    hosts[(contender, hashes)] = await HostProcess.StartAsync(contender, hashes, await server.CreateDatabaseAsync(), options.Clients);
            }

            var scenarios = Scenario.All.Where(each => options.Only is null || each.Name == options.Only);
            var pairs = scenarios.SelectMany(scenario => contenders.Where(each => scenario.Asks(each.Spelling)).Select(contender => (contender, scenario))).ToList();
            var turns = pairs.ToDictionary(pair => pair, _ => new List<Turn>());
            // The first turn of each warms up.
            for (var round = 0; round <= options.Rounds; round++)
            {
                foreach (var (contender, scenario) in pairs)
                {
                    var turn = await Turn.TakeAsync(hosts[(contender, scenario.Hashes)], database, scenario, options.Time);
                    if (round > 0)
                        turns[(contender, scenario)].Add(turn);
                }
            }

            Report.Write(Console.Out, contenders, turns, options);
        }
        finally
        {
            foreach (var host in hosts.Values)
                await host.DisposeAsync();
        }
    }
}
