using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AuthKit.Features.AuditLog;

/// <summary>
/// Ids of entries: UUIDs of version 7 that rise with every entry of this process, also within a millisecond and where the clock is
/// set back (RFC 9562 §6.2, method 1), so that a page shows what happened in its order.
/// </summary>
internal sealed class AuditIds
{
    private const int CounterBits = 12;

    private long _last;

    /// <summary>The next id.</summary>
    public Guid Next(DateTimeOffset now)
    {
        long last, next;
        do
        {
            last = Volatile.Read(ref _last);
            // More than fit into a millisecond take from the next one.
            next = Math.Max(now.ToUnixTimeMilliseconds() << CounterBits, last + 1);
        }
        while (Interlocked.CompareExchange(ref _last, next, last) != last);
        return Of(next >> CounterBits, (int)next & ((1 << CounterBits) - 1), RandomNumberGenerator.GetBytes(8));
    }

    /// <summary>What every id from then on comes after, or is equal to; to the millisecond.</summary>
    public static Guid From(DateTimeOffset time) => Of(Math.Max(time.ToUnixTimeMilliseconds(), 0), 0, new byte[8]);

    private static Guid Of(long milliseconds, int counter, ReadOnlySpan<byte> rest)
    {
        Span<byte> id = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(id, milliseconds << 16);
        BinaryPrimitives.WriteUInt16BigEndian(id[6..], (ushort)(0x7000 | counter));
        rest.CopyTo(id[8..]);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new(id, bigEndian: true);
    }
}
