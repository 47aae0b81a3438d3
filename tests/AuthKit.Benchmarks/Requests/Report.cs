namespace AuthKit.Benchmarks.Requests;

/// <summary>Writes a comparison as a Markdown table.</summary>
internal static class Report
{
    public static void Write(TextWriter output, IReadOnlyList<Contender> contenders, IReadOnlyDictionary<(Contender, Scenario), List<Turn>> turns, ComparisonOptions options)
    {
        Markdown.WriteMachine(output);
        output.WriteLine();
        output.WriteLine(Markdown.Row(["", .. contenders.SelectMany(contender => new[] { $"{contender.Name}, ms", "requests/s" })]));
        output.WriteLine(Markdown.Row(["---", .. contenders.SelectMany(_ => new[] { "---:", "---:" })]));
        foreach (var scenario in Scenario.All.Where(each => turns.Keys.Any(measured => measured.Item2 == each)))
            output.WriteLine(Markdown.Row([scenario.Name, .. contenders.SelectMany(contender => Cells(turns.GetValueOrDefault((contender, scenario))))]));
        output.WriteLine();
        output.WriteLine($"Processor time of a request: the server's + PostgreSQL's. {options.Clients} clients, medians of {options.Rounds} turns of {options.Time.TotalSeconds} s; the clients share the processors.");
    }

    private static string[] Cells(List<Turn>? turns) => turns is null
        ? ["–", "–"]
        :
        [
            $"{Time(turns, turn => turn.Server)} + {Time(turns, turn => turn.Database)}",
            Markdown.Number(Markdown.Median(turns.Select(turn => turn.PerSecond)), "N0"),
        ];

    private static string Time(List<Turn> turns, Func<Turn, double> time)
    {
        var median = Markdown.Median(turns.Select(time));
        return Markdown.Number(median, median >= 10 ? "F1" : median >= 1 ? "F2" : "F3");
    }
}
