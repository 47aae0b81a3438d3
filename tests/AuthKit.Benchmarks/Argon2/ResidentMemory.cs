using System.Globalization;

namespace AuthKit.Benchmarks.Argon2;

/// <summary>How much memory of the process is resident, as Linux tells it.</summary>
internal static class ResidentMemory
{
    private const string ResetPeak = "5";

    /// <summary>The most memory in MiB that was resident during an action beyond what was before it; null where the system does not tell.</summary>
    public static double? Peak(Action action)
    {
        if (!OperatingSystem.IsLinux())
        {
            action();
            return null;
        }

        File.WriteAllText("/proc/self/clear_refs", ResetPeak);
        var before = ReadKiB("VmRSS:");
        action();
        return (ReadKiB("VmHWM:") - before) / 1024;
    }

    private static double ReadKiB(string name)
    {
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }
}
