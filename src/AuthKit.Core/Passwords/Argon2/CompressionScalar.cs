using System.Numerics;
using System.Runtime.CompilerServices;

namespace AuthKit.Passwords.Argon2;

/// <summary>The compression function G for any processor, a word at a time.</summary>
internal readonly unsafe struct CompressionScalar : ICompression
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows(ulong* x, ulong* y, ulong* q)
    {
        for (nint i = 0; i < Block.Words; i += 4)
        {
            q[i] = x[i] ^ y[i];
            q[i + 1] = x[i + 1] ^ y[i + 1];
            q[i + 2] = x[i + 2] ^ y[i + 2];
            q[i + 3] = x[i + 3] ^ y[i + 3];
        }

        for (var pair = q; pair < q + Block.Words; pair += 32)
        {
            P(pair, 8, 2);
            P(pair + 4, 8, 2);
        }
    }

    /// <inheritdoc/>
    public static void FirstColumns(ulong* q, ulong* x, ulong* y, ulong* result, bool xor)
        => Columns(0, q, x, y, result, xor);

    /// <inheritdoc/>
    public static void OtherColumns(ulong* q, ulong* x, ulong* y, ulong* result, bool xor)
        => Columns(1, q, x, y, result, xor);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns(int half, ulong* q, ulong* x, ulong* y, ulong* result, bool xor)
    {
        for (nint i = half * 16; i < (half + 1) * 16; i += 8)
        {
            P(q + i, 32, 4);
            P(q + i + 2, 32, 4);
            for (var j = i; j < Block.Words; j += 32)
                Finish(q + j, x + j, y + j, result + j, xor);
        }
    }

    /// <summary>Permutation P (RFC 9106 §3.6) on v_0 to v_15, four words at each multiple of <paramref name="stride"/>, in pairs <paramref name="gap"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void P(ulong* v, int stride, int gap)
    {
        var (a, b, c, d) = (0, stride, 2 * stride, 3 * stride);
        GB(v, a, b, c, d);
        GB(v, a + 1, b + 1, c + 1, d + 1);
        GB(v, a + gap, b + gap, c + gap, d + gap);
        GB(v, a + gap + 1, b + gap + 1, c + gap + 1, d + gap + 1);

        GB(v, a, b + 1, c + gap, d + gap + 1);
        GB(v, a + 1, b + gap, c + gap + 1, d);
        GB(v, a + gap, b + gap + 1, c, d + 1);
        GB(v, a + gap + 1, b, c + 1, d + gap);
    }

    /// <summary>The function GB (RFC 9106 §3.6).</summary>
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

    /// <summary>Writes eight words of the result, Z xor R.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(ulong* z, ulong* x, ulong* y, ulong* result, bool xor)
    {
        if (xor)
        {
            for (nint i = 0; i < 8; i++)
                result[i] ^= z[i] ^ x[i] ^ y[i];
        }
        else
        {
            for (nint i = 0; i < 8; i++)
                result[i] = z[i] ^ x[i] ^ y[i];
        }
    }
}
