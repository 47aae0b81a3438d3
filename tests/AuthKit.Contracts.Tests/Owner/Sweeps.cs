using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Owner;

/// <summary>Has hosts sweep.</summary>
internal static class Sweeps
{
    /// <summary>What a sweep is given of the machine's time before the next: of the host's, a sweep of a tenant's database has ten seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Lets time go by, a sweep at a time, until something has happened that waits for one.</summary>
    /// <param name="host">The host.</param>
    /// <param name="awaited">What waits for a sweep.</param>
    /// <param name="before">What is done before each sweep: a tenant's database is swept while somebody uses it.</param>
    public static async Task PassQuartersAsync(this TestHost host, Task awaited, Func<Task>? before = null)
    {
        for (var sweeps = 0; !awaited.IsCompleted; sweeps++)
        {
            Assert.That(sweeps, Is.LessThan(60), "No sweep does it.");
            await (before?.Invoke() ?? Task.CompletedTask);
            host.Clock.Advance(TimeSpan.FromMinutes(15));
            await awaited.WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await awaited;
    }
}
