using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AuthKit.Passwords.Argon2;

/// <summary>The hash function BLAKE2b, unkeyed (RFC 7693), fed piece by piece. It forgets what it was fed once it has answered.</summary>
internal struct Blake2b
{
    /// <summary>The longest digest, in bytes (RFC 7693 §2.1, <c>nn</c>).</summary>
    public const int MaxDigestLength = 64;

    private const int BlockLength = 128;
    private const int Rounds = 12;

    private readonly int _digestLength;
    private State _h;
    private Block _pending;
    private int _pendingLength;
    private ulong _compressed;

    /// <summary>Starts a hash of <paramref name="digestLength"/> bytes, 1 to 64.</summary>
    public Blake2b(int digestLength)
    {
        _digestLength = digestLength;
        IV.CopyTo(_h);
        _h[0] ^= 0x01010000UL ^ (uint)digestLength;
    }

    /// <summary>Hashes the concatenation of two pieces into the whole of <paramref name="digest"/>.</summary>
    public static void Hash(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, Span<byte> digest)
    {
        var blake = new Blake2b(digest.Length);
        blake.Append(first);
        blake.Append(second);
        blake.Finish(digest);
    }

    /// <summary>Feeds the next piece of the message.</summary>
    public void Append(ReadOnlySpan<byte> data)
    {
        Span<byte> pending = _pending;
        while (data.Length > 0)
        {
            // The last block is compressed with the final flag, so a full one waits until more is known to follow.
            if (_pendingLength == BlockLength)
            {
                Compress(isLast: false);
                _pendingLength = 0;
            }

            var taken = Math.Min(data.Length, BlockLength - _pendingLength);
            data[..taken].CopyTo(pending[_pendingLength..]);
            _pendingLength += taken;
            data = data[taken..];
        }
    }

    /// <summary>Feeds a number as the four little-endian bytes RFC 9106 calls LE32.</summary>
    public void Append(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        Append(bytes);
    }

    /// <summary>Writes the digest and clears the state.</summary>
    public void Finish(Span<byte> digest)
    {
        ((Span<byte>)_pending)[_pendingLength..].Clear();
        Compress(isLast: true);

        Span<byte> full = stackalloc byte[MaxDigestLength];
        for (var i = 0; i < 8; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(full[(8 * i)..], _h[i]);
        full[.._digestLength].CopyTo(digest);

        CryptographicOperations.ZeroMemory(full);
        CryptographicOperations.ZeroMemory(_pending);
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes((Span<ulong>)_h));
    }

    /// <summary>The compression function F (RFC 7693 §3.2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compress(bool isLast)
    {
        _compressed += (ulong)_pendingLength;

        Span<ulong> m = stackalloc ulong[16];
        for (var i = 0; i < m.Length; i++)
            m[i] = BinaryPrimitives.ReadUInt64LittleEndian(((ReadOnlySpan<byte>)_pending)[(8 * i)..]);

        Span<ulong> v = stackalloc ulong[16];
        ((ReadOnlySpan<ulong>)_h).CopyTo(v);
        IV.CopyTo(v[8..]);
        v[12] ^= _compressed;
        if (isLast)
            v[14] = ~v[14];

        for (var round = 0; round < Rounds; round++)
        {
            var s = Sigma.Slice(round % 10 * 16, 16);
            G(ref v[0], ref v[4], ref v[8], ref v[12], m[s[0]], m[s[1]]);
            G(ref v[1], ref v[5], ref v[9], ref v[13], m[s[2]], m[s[3]]);
            G(ref v[2], ref v[6], ref v[10], ref v[14], m[s[4]], m[s[5]]);
            G(ref v[3], ref v[7], ref v[11], ref v[15], m[s[6]], m[s[7]]);
            G(ref v[0], ref v[5], ref v[10], ref v[15], m[s[8]], m[s[9]]);
            G(ref v[1], ref v[6], ref v[11], ref v[12], m[s[10]], m[s[11]]);
            G(ref v[2], ref v[7], ref v[8], ref v[13], m[s[12]], m[s[13]]);
            G(ref v[3], ref v[4], ref v[9], ref v[14], m[s[14]], m[s[15]]);
        }

        for (var i = 0; i < 8; i++)
            _h[i] ^= v[i] ^ v[i + 8];

        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(m));
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(v));
    }

    /// <summary>The mixing function G (RFC 7693 §3.1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void G(ref ulong a, ref ulong b, ref ulong c, ref ulong d, ulong x, ulong y)
    {
        a += b + x;
        d = BitOperations.RotateRight(d ^ a, 32);
        c += d;
        b = BitOperations.RotateRight(b ^ c, 24);
        a += b + y;
        d = BitOperations.RotateRight(d ^ a, 16);
        c += d;
        b = BitOperations.RotateRight(b ^ c, 63);
    }

    private static ReadOnlySpan<ulong> IV =>
    [
        0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1,
        0x510E527FADE682D1, 0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179,
    ];

    /// <summary>The message word schedule (RFC 7693 §2.7).</summary>
    private static ReadOnlySpan<byte> Sigma =>
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3,
        11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4,
        7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8,
        9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13,
        2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9,
        12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11,
        13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10,
        6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5,
        10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0,
    ];

    [InlineArray(8)]
    private struct State
    {
        private ulong _word;
    }

    [InlineArray(BlockLength)]
    private struct Block
    {
        private byte _byte;
    }
}
