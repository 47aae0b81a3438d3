namespace AuthKit.MongoDb;

/// <summary>Times as whole microseconds since 1970, because a BSON date holds no more than milliseconds.</summary>
internal static class Microseconds
{
    private static readonly long Epoch = DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerMicrosecond;

    public static long Of(DateTimeOffset time) => (time.UtcTicks / TimeSpan.TicksPerMicrosecond) - Epoch;

    public static long? Of(DateTimeOffset? time) => time is { } given ? Of(given) : null;

    public static DateTimeOffset ToTime(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    public static DateTimeOffset? ToTime(long? microseconds) => microseconds is { } given ? ToTime(given) : null;
}
