namespace AuthKit.Records;

/// <summary>How long what failed waits before it is tried again: an exponential back-off with jitter, from five seconds to a quarter of an hour.</summary>
internal static class BackOff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Doubles with each attempt; the jitter, up to half of it, keeps rows that failed together from coming back together.</summary>
    public static TimeSpan After(int attempts)
    {
        var full = First * Math.Pow(2, Math.Min(attempts, 16) - 1);
        return (full < Longest ? full : Longest) * (1 - (Random.Shared.NextDouble() / 2));
    }
}
