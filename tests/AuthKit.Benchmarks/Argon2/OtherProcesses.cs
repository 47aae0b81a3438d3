using System.Diagnostics;
using System.Globalization;

namespace AuthKit.Benchmarks.Argon2;

/// <summary>Tells how much of the processors other processes take meanwhile, as Linux counts it.</summary>
internal sealed class OtherProcesses
{
    private const double TicksPerSecond = 100;

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly double _others = Seconds();

    /// <summary>The share of one processor that others have taken since the start, 1 being all of one; 0 where the system does not tell.</summary>
    public double Share => (Seconds() - _others) / Stopwatch.GetElapsedTime(_start).TotalSeconds;

    private static double Seconds()
    {
        if (!OperatingSystem.IsLinux())
            return 0;

        // cpu, then user, nice, system, idle, iowait, irq, softirq and steal, in ticks.
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9]
            .Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToArray();
        var busy = ticks.Sum() - ticks[3] - ticks[4];
        return (busy / TicksPerSecond) - Environment.CpuUsage.TotalTime.TotalSeconds;
    }
}
