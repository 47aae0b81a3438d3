using System.Numerics;
using System.Runtime.CompilerServices;

namespace AuthKit.Passwords;

/// <summary>The compression function G for any processor, a word at a time.</summary>
internal readonly unsafe struct CompressionScalar : ICompression
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void G(ulong* x, ulong* y, ulong* result, ulong* scratch, bool xor)
    {
        var z = scratch;
        for (nint i = 0; i < Block.Words; i += 4)
        {
            var (r0, r1, r2, r3) = (x[i] ^ y[i], x[i + 1] ^ y[i + 1], x[i + 2] ^ y[i + 2], x[i + 3] ^ y[i + 3]);
            (z[i], z[i + 1], z[i + 2], z[i + 3]) = (r0, r1, r2, r3);
            if (xor)
                (r0, r1, r2, r3) = (r0 ^ result[i], r1 ^ result[i + 1], r2 ^ result[i + 2], r3 ^ result[i + 3]);
            (result[i], result[i + 1], result[i + 2], result[i + 3]) = (r0, r1, r2, r3);
        }

        for (var rows = z; rows < z + 128; rows += 32)
        {
            P(rows, quad: 8, pair: 2);
            P(rows + 4, quad: 8, pair: 2);
        }

        for (var columns = z; columns < z + 32; columns += 8)
        {
            P(columns, quad: 32, pair: 4);
            P(columns + 2, quad: 32, pair: 4);
        }

        for (nint i = 0; i < Block.Words; i += 4)
        {
            result[i] ^= z[i];
            result[i + 1] ^= z[i + 1];
            result[i + 2] ^= z[i + 2];
            result[i + 3] ^= z[i + 3];
        }
    }

    /// <summary>Permutation P (RFC 9106 §3.6) on sixteen words, found by the distances between their quads and within a quad between its pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void P(ulong* v, int quad, int pair)
    {
        var (a, b, c, d) = (0, quad, 2 * quad, 3 * quad);
        GB(v, a, b, c, d);
        GB(v, a + 1, b + 1, c + 1, d + 1);
        GB(v, a + pair, b + pair, c + pair, d + pair);
        GB(v, a + pair + 1, b + pair + 1, c + pair + 1, d + pair + 1);

        GB(v, a, b + 1, c + pair, d + pair + 1);
        GB(v, a + 1, b + pair, c + pair + 1, d);
        GB(v, a + pair, b + pair + 1, c, d + 1);
        GB(v, a + pair + 1, b, c + 1, d + pair);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void GB(ulong* v, int ia, int ib, int ic, int id)
    {
        var (a, b, c, d) = (v[ia], v[ib], v[ic], v[id]);
        a = MultiplyAdd(a, b);
        d = BitOperations.RotateRight(d ^ a, 32);
        c = MultiplyAdd(c, d);
        b = BitOperations.RotateRight(b ^ c, 24);
        a = MultiplyAdd(a, b);
        d = BitOperations.RotateRight(d ^ a, 16);
        c = MultiplyAdd(c, d);
        b = BitOperations.RotateRight(b ^ c, 63);
        (v[ia], v[ib], v[ic], v[id]) = (a, b, c, d);
    }

    /// <summary>x + y + 2·trunc(x)·trunc(y), trunc being the low 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong MultiplyAdd(ulong x, ulong y) => x + y + (2 * ((ulong)(uint)x * (uint)y));
}
