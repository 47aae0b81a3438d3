using System.Diagnostics;
using System.Text;
using AuthKit.Fuzzing.Tests.Mutations;
using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests;

/// <summary>
/// What coverage-guided fuzzing runs for hours (<c>eng/fuzz.sh</c>) runs here for a moment: every reader of untrusted bytes over
/// its seeds and mutations of them, without instrumentation. None throws, takes long, or allocates out of proportion.
/// </summary>
[Parallelizable(ParallelScope.Children)]
internal sealed class TargetTests
{
    private const int Mutations = 3_000;

    private const int MaxLength = 64 * 1024;

    // A thousand times what most take; what is not linear in the input exceeds it.
    private const long MaxAllocated = 64 * 1024 * 1024;

    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(10);

    private static IEnumerable<Target> Targets => Target.All;

    [TestCaseSource(nameof(Targets))]
    public void Reads_whatever_comes(Target target)
    {
        var seeds = target.Seeds.Select(Encoding.Latin1.GetString).ToList();
        Assert.That(seeds, Is.Not.Empty);
        var random = new Random(CampaignSettings.Read().Seed);

        foreach (var seed in seeds)
            AssertRead(target, seed);
        for (var number = 0; number < Mutations; number++)
            AssertRead(target, Mutated(seeds, random));
    }

    private static string Mutated(List<string> seeds, Random random)
    {
        var text = ByteMutations.Flipped(random.Of(seeds), random);
        return random.Next(20) switch
        {
            0 => text[..random.Place(text)] + random.Of(seeds),
            1 => ByteMutations.Flipped(ByteMutations.Flipped(text, random), random),
            2 => string.Concat(Enumerable.Repeat(text, Math.Min(random.Of([2, 10, 1000]), MaxLength / Math.Max(1, text.Length)))),
            3 => text.Insert(random.Place(text), new string(random.Of("a.=;%[{\"$, ".ToCharArray()), random.Of([16, 256, 4096, 60_000]))),
            _ => text,
        };
    }

    private static void AssertRead(Target target, string input)
    {
        var (allocated, began) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        try
        {
            target.Read(Encoding.Latin1.GetBytes(input));
        }
        catch (Exception e)
        {
            Assert.Fail($"{target}: {Bytes.Shown(input)}\n{e}");
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - allocated, Is.LessThan(MaxAllocated), Bytes.Shown(input));
        Assert.That(Stopwatch.GetElapsedTime(began), Is.LessThan(MaxTime), Bytes.Shown(input));
    }
}
