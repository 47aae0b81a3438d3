namespace AuthKit.Queues;

/// <summary>How long what failed waits before it is tried again: an exponential back-off with jitter, from five seconds.</summary>
internal static class BackOff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);

    /// <summary>A quarter of an hour.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Doubles with each attempt; the jitter, up to half of it, keeps rows that failed together from coming back together.</summary>
    /// <param name="attempts">How many have failed.</param>
    /// <param name="longest">The most that it comes to; null for <see cref="Longest"/>.</param>
    public static TimeSpan After(int attempts, TimeSpan? longest = null)
    {
        var (full, most) = (First * Math.Pow(2, Math.Min(attempts, 16) - 1), longest ?? Longest);
        return (full < most ? full : most) * (1 - (Random.Shared.NextDouble() / 2));
    }
}
