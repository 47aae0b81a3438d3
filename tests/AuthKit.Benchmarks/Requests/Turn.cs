using System.Diagnostics;

namespace AuthKit.Benchmarks.Requests;

/// <summary>What one turn of one host at one request came to.</summary>
/// <param name="PerSecond">Requests answered.</param>
/// <param name="Server">The host's processor time for each, in milliseconds.</param>
/// <param name="Database">PostgreSQL's processor time for each, in milliseconds.</param>
internal sealed record Turn(double PerSecond, double Server, double Database)
{
    /// <summary>All clients of a host ask, each as soon as it is answered, until the time is over and the last is answered.</summary>
    public static async Task<Turn> TakeAsync(HostProcess host, int database, Scenario scenario, TimeSpan time)
    {
        // Access tokens must not expire amid a turn.
        if (!scenario.Hashes)
            await Task.WhenAll(host.Callers.Select(caller => caller.SignInAsync()));

        var (server, store, start) = (ProcessTimes.OfTree(host.Id), ProcessTimes.OfTree(database), Stopwatch.GetTimestamp());
        var requests = (await Task.WhenAll(host.Callers.Select(caller => Task.Run(() => AskAsync(caller))))).Sum();
        return new(
            requests / Stopwatch.GetElapsedTime(start).TotalSeconds,
            (ProcessTimes.OfTree(host.Id) - server) / requests,
            (ProcessTimes.OfTree(database) - store) / requests);

        async Task<int> AskAsync(Caller caller)
        {
            var asked = 0;
            do
            {
                await scenario.AskAsync(caller);
                asked++;
            }
            while (Stopwatch.GetElapsedTime(start) < time);
            return asked;
        }
    }
}
