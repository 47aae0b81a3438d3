using System.Globalization;

namespace AuthKit.Benchmarks.Requests;

/// <summary>The processor time of processes, as Linux counts it.</summary>
internal static class ProcessTimes
{
    private const double TicksPerMillisecond = 0.1;

    private sealed record Stat(int Parent, long Ticks, long OfEnded);

    /// <summary>Milliseconds taken by a process and all its descendants, those that have ended among them.</summary>
    public static double OfTree(int process)
    {
        var processes = Directory.EnumerateDirectories("/proc")
            .Select(folder => (Id: int.TryParse(Path.GetFileName(folder), out var id) ? id : 0, folder))
            .Where(entry => entry.Id > 0)
            .Select(entry => (entry.Id, Stat: Read(entry.Id)))
            .Where(entry => entry.Stat is not null)
            .ToDictionary(entry => entry.Id, entry => entry.Stat!);
        return Sum(process) / TicksPerMillisecond;

        long Sum(int id) => processes[id].Ticks + processes[id].OfEnded + processes.Where(other => other.Value.Parent == id).Sum(child => Sum(child.Key));
    }

    /// <summary>The process that started another.</summary>
    public static int ParentOf(int process) => Read(process)!.Parent;

    // proc(5): after the name in brackets, which may hold anything, come state, ppid, and at 14 to 17 utime, stime, cutime, cstime.
    private static Stat? Read(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return new((int)Number(1), Number(11) + Number(12), Number(13) + Number(14));

            long Number(int field) => long.Parse(fields[field], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
