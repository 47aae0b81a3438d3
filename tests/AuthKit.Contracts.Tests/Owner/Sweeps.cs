using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Owner;

/// <summary>Has hosts sweep.</summary>
internal static class Sweeps
{
    /// <summary>Lets time go by, a sweep at a time, until something has happened that waits for one.</summary>
    public static async Task PassQuartersAsync(this TestHost host, Task awaited)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var sweeps = 0; !awaited.IsCompleted; sweeps++)
        {
            Assert.That(sweeps, Is.LessThan(300), "No sweep does it.");
            host.Clock.Advance(TimeSpan.FromMinutes(15));
            await ticks.WaitForNextTickAsync();
        }

        await awaited;
    }
}
