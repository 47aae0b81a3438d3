using System.Diagnostics;

namespace AuthKit.Benchmarks.Argon2;

/// <summary>What was measured of one contender at one cost.</summary>
internal sealed class Measurement(Contender contender, Cost cost)
{
    private const int HashesEach = 3;
    private static readonly int Threads = Environment.ProcessorCount;

    public Contender Contender => contender;

    /// <summary>Milliseconds for each hash, round by round: on one thread, and with as many threads as processors.</summary>
    public List<(double OneThread, double AllThreads)> Rounds { get; } = [];

    /// <summary>Managed bytes allocated by one hash.</summary>
    public long Allocated { get; private set; }

    /// <summary>Memory in MiB resident at most during one hash, of one caller.</summary>
    public double? PeakOne { get; private set; }

    /// <summary>Memory in MiB resident at most with as many threads as processors.</summary>
    public double? PeakAll { get; private set; }

    /// <summary>Looks at memory; it also warms up.</summary>
    public void MeasureMemory()
    {
        HashOnce(1);
        contender.Forget();
        PeakOne = ResidentMemory.Peak(() => HashOnce(1));
        contender.Forget();
        PeakAll = ResidentMemory.Peak(() => TimeAllThreads());

        var before = GC.GetAllocatedBytesForCurrentThread();
        HashOnce(1);
        Allocated = GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Times a round.</summary>
    public (double OneThread, double AllThreads) Time() => (TimeOneThread(), TimeAllThreads());

    private double TimeOneThread()
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < HashesEach; i++)
            HashOnce(1);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / HashesEach;
    }

    /// <summary>One lane: every thread hashes for itself. More lanes: one hash after the other, its lanes on all threads.</summary>
    private double TimeAllThreads()
    {
        if (cost.Parallelism > 1)
        {
            var begin = Stopwatch.GetTimestamp();
            for (var i = 0; i < HashesEach; i++)
                HashOnce(Threads);
            return Stopwatch.GetElapsedTime(begin).TotalMilliseconds / HashesEach;
        }

        using var together = new Barrier(Threads + 1);
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            together.SignalAndWait();
            for (var i = 0; i < HashesEach; i++)
                HashOnce(1);
            together.SignalAndWait();
        })).ToList();
        threads.ForEach(t => t.Start());
        together.SignalAndWait();
        var start = Stopwatch.GetTimestamp();
        together.SignalAndWait();
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        threads.ForEach(t => t.Join());
        return elapsed / (HashesEach * Threads);
    }

    private void HashOnce(int threads)
    {
        Span<byte> tag = stackalloc byte[32];
        contender.Hash(cost, threads, tag);
    }
}
