using System.Globalization;
using System.Runtime.InteropServices;

namespace AuthKit.Benchmarks;

/// <summary>What the reports have in common.</summary>
internal static class Markdown
{
    public static void WriteMachine(TextWriter output)
        => output.WriteLine($"{Processor()}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");

    public static string Row(params string[] cells) => $"| {string.Join(" | ", cells)} |";

    public static string Number(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "?";

    public static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        if (sorted.Count == 0)
            return double.NaN;

        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static string Processor()
    {
        const string CpuInfo = "/proc/cpuinfo";
        if (!File.Exists(CpuInfo))
            return RuntimeInformation.ProcessArchitecture.ToString();

        var facts = File.ReadLines(CpuInfo).TakeWhile(l => l.Length > 0).Select(l => l.Split(':', 2, StringSplitOptions.TrimEntries)).ToLookup(l => l[0], l => l[1]);
        string Fact(string name) => facts[name].FirstOrDefault("?");
        return $"{Fact("model name")} (family {Fact("cpu family")}, model {Fact("model")})";
    }
}
