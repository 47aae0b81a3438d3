namespace AuthKit.Relational;

/// <summary>The precision that every supported engine keeps. Cut here, because engines differ in whether they cut or round.</summary>
internal static class Microseconds
{
    public static DateTime Of(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
