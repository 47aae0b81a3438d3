using static AuthKit.Benchmarks.Markdown;

namespace AuthKit.Benchmarks.Argon2;

/// <summary>Writes measurements as Markdown tables.</summary>
internal static class Report
{
    public static void Write(TextWriter output, Cost cost, IReadOnlyList<Measurement> measurements, int disturbed)
    {
        var threads = Environment.ProcessorCount;
        output.WriteLine();
        output.WriteLine($"### {cost}");
        output.WriteLine();
        output.WriteLine(Row("", "ms, 1 thread", $"of {measurements[0].Contender.Name}", $"hashes/s, {threads} threads", "of 1 thread's", "allocated, bytes", "peak MiB, 1 thread", $"peak MiB, {threads} threads"));
        output.WriteLine(Row("---", "---:", "---:", "---:", "---:", "---:", "---:", "---:"));
        var first = measurements[0].Rounds;
        foreach (var m in measurements)
        {
            output.WriteLine(Row(
                m.Contender.Name,
                Number(Median(m.Rounds.Select(r => r.OneThread)), "F1"),
                Number(Median(m.Rounds.Zip(first, (mine, its) => mine.OneThread / its.OneThread)), "F2"),
                Number(1000 / Median(m.Rounds.Select(r => r.AllThreads)), "F0"),
                "×" + Number(Median(m.Rounds.Select(r => r.OneThread / r.AllThreads)), "F2"),
                Number(m.Allocated, "F0"),
                Number(m.PeakOne, "F1"),
                Number(m.PeakAll, "F1")));
        }

        output.WriteLine();
        output.WriteLine($"Medians of {first.Count} rounds; {disturbed} more were disturbed by other processes and left out.");
    }
}
