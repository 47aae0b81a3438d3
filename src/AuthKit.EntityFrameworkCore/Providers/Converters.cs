using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AuthKit.EntityFrameworkCore.Providers;

/// <summary>Carry values as AuthKit's own adapters store them; times are cut to the microsecond, because engines differ in whether they cut or round.</summary>
internal static class Converters
{
    public static ValueConverter IdToBytes { get; } = new ValueConverter<Guid, byte[]>(static id => id.ToByteArray(true), static bytes => new Guid(bytes, true));

    public static ValueConverter TimeToUtc { get; } = new ValueConverter<DateTimeOffset, DateTimeOffset>(static time => Cut(time), static time => time);

    public static ValueConverter TimeToDateTime { get; } =
        new ValueConverter<DateTimeOffset, DateTime>(static time => Cut(time).UtcDateTime, static time => new DateTimeOffset(time.Ticks, TimeSpan.Zero));

    public static ValueConverter TimeToMicroseconds { get; } = new ValueConverter<DateTimeOffset, long>(
        static time => (Cut(time).Ticks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        static microseconds => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond));

    private static DateTimeOffset Cut(DateTimeOffset time) => time.ToUniversalTime().AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));
}
