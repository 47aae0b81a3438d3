using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Words = System.Runtime.Intrinsics.Vector128<ulong>;

namespace AuthKit.Passwords;

/// <summary>The compression function G on vectors of two words: one P in eight registers.</summary>
internal readonly unsafe struct Compression128 : ICompression
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void G(ulong* x, ulong* y, ulong* result, ulong* scratch, bool xor)
    {
        var z = scratch;
        for (nint i = 0; i < Block.Words; i += 2)
        {
            var r = Vector128.Load(x + i) ^ Vector128.Load(y + i);
            r.Store(z + i);
            (xor ? r ^ Vector128.Load(result + i) : r).Store(result + i);
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

        for (nint i = 0; i < Block.Words; i += 2)
            (Vector128.Load(z + i) ^ Vector128.Load(result + i)).Store(result + i);
    }

    /// <summary>Permutation P (RFC 9106 §3.6) on sixteen words, found by the distances between their quads and within a quad between its pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void P(ulong* v, int quad, int pair)
    {
        var (a0, a1) = (Vector128.Load(v), Vector128.Load(v + pair));
        var (b0, b1) = (Vector128.Load(v + quad), Vector128.Load(v + quad + pair));
        var (c0, c1) = (Vector128.Load(v + (2 * quad)), Vector128.Load(v + (2 * quad) + pair));
        var (d0, d1) = (Vector128.Load(v + (3 * quad)), Vector128.Load(v + (3 * quad) + pair));

        GB(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);

        (b0, b1) = (Middle(b0, b1), Middle(b1, b0));
        (c0, c1) = (c1, c0);
        (d0, d1) = (Middle(d1, d0), Middle(d0, d1));
        GB(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
        (b0, b1) = (Middle(b1, b0), Middle(b0, b1));
        (c0, c1) = (c1, c0);
        (d0, d1) = (Middle(d0, d1), Middle(d1, d0));

        a0.Store(v);
        a1.Store(v + pair);
        b0.Store(v + quad);
        b1.Store(v + quad + pair);
        c0.Store(v + (2 * quad));
        c1.Store(v + (2 * quad) + pair);
        d0.Store(v + (3 * quad));
        d1.Store(v + (3 * quad) + pair);
    }

    /// <summary>The function GB (RFC 9106 §3.6) twice in step: while the one waits for a product, the other goes on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void GB(
        ref Words a0, ref Words b0, ref Words c0, ref Words d0,
        ref Words a1, ref Words b1, ref Words c1, ref Words d1)
    {
        a0 = MultiplyAdd(a0, b0);
        a1 = MultiplyAdd(a1, b1);
        d0 = RotateRight32(d0 ^ a0);
        d1 = RotateRight32(d1 ^ a1);
        c0 = MultiplyAdd(c0, d0);
        c1 = MultiplyAdd(c1, d1);
        b0 = RotateRight24(b0 ^ c0);
        b1 = RotateRight24(b1 ^ c1);
        a0 = MultiplyAdd(a0, b0);
        a1 = MultiplyAdd(a1, b1);
        d0 = RotateRight16(d0 ^ a0);
        d1 = RotateRight16(d1 ^ a1);
        c0 = MultiplyAdd(c0, d0);
        c1 = MultiplyAdd(c1, d1);
        b0 = RotateRight63(b0 ^ c0);
        b1 = RotateRight63(b1 ^ c1);
    }

    /// <summary>x + y + 2·trunc(x)·trunc(y), trunc being the low 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Words MultiplyAdd(Words x, Words y)
    {
        var product = Sse2.IsSupported
            ? Sse2.Multiply(x.AsUInt32(), y.AsUInt32())
            : AdvSimd.MultiplyWideningLower(AdvSimd.ExtractNarrowingLower(x), AdvSimd.ExtractNarrowingLower(y));
        return x + y + (product + product);
    }

    /// <summary>The last word of the one and the first of the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Words Middle(Words x, Words y)
        => Ssse3.IsSupported ? Ssse3.AlignRight(y, x, 8) : AdvSimd.ExtractVector128(x, y, 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Words RotateRight32(Words x)
        => Vector128.Shuffle(x.AsUInt32(), Vector128.Create(1u, 0, 3, 2)).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Words RotateRight24(Words x)
        => Vector128.Shuffle(x.AsByte(), Vector128.Create((byte)3, 4, 5, 6, 7, 0, 1, 2, 11, 12, 13, 14, 15, 8, 9, 10)).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Words RotateRight16(Words x)
        => Vector128.Shuffle(x.AsByte(), Vector128.Create((byte)2, 3, 4, 5, 6, 7, 0, 1, 10, 11, 12, 13, 14, 15, 8, 9)).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Words RotateRight63(Words x) => (x + x) ^ (x >>> 63);
}
