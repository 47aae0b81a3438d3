using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AuthKit.EntityFrameworkCore.Types;

/// <summary>Times in UTC at the precision that every engine keeps. Cut here, because engines differ in whether they cut or round.</summary>
internal sealed class MicrosecondConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(static time => Cut(time), static time => time)
{
    public static DateTimeOffset Cut(DateTimeOffset time) => time.ToUniversalTime().AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));
}
