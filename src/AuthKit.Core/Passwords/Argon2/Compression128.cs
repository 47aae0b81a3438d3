using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Words = System.Runtime.Intrinsics.Vector128<ulong>;

namespace AuthKit.Passwords.Argon2;

/// <summary>The compression function G on vectors of two words: half a P on one row or one column at a time, in eight registers.</summary>
/// <remarks>
/// The second half of a P waits for its first. So all rows have their first half before any has its second, and so with
/// the columns: what the processor sees next then waits for nothing, and goes on beside what it is doing.
/// </remarks>
internal readonly unsafe struct Compression128 : ICompression
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows(ulong* x, ulong* y, ulong* q)
    {
        for (nint pair = 0; pair < Block.Words; pair += 32)
        {
            BeginRow(x, y, q, pair);
            BeginRow(x, y, q, pair + 4);
        }

        for (nint pair = 0; pair < Block.Words; pair += 32)
        {
            EndRow(q + pair);
            EndRow(q + pair + 4);
        }
    }

    /// <inheritdoc/>
    public static void FirstColumns(ulong* q, ulong* x, ulong* y, ulong* result, bool xor)
        => Columns(0, 8, q, x, y, result, xor);

    /// <inheritdoc/>
    public static void OtherColumns(ulong* q, ulong* x, ulong* y, ulong* result, bool xor)
        => Columns(8, 32, q, x, y, result, xor);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns(nint from, nint to, ulong* q, ulong* x, ulong* y, ulong* result, bool xor)
    {
        for (var pair = from; pair < to; pair += 8)
        {
            BeginColumn(q + pair);
            BeginColumn(q + pair + 2);
        }

        for (var pair = from; pair < to; pair += 8)
        {
            EndColumn(q, x, y, result, xor, pair);
            EndColumn(q, x, y, result, xor, pair + 2);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void BeginRow(ulong* x, ulong* y, ulong* q, nint i)
    {
        var a0 = Vector128.Load(x + i) ^ Vector128.Load(y + i);
        var a1 = Vector128.Load(x + i + 2) ^ Vector128.Load(y + i + 2);
        var b0 = Vector128.Load(x + i + 8) ^ Vector128.Load(y + i + 8);
        var b1 = Vector128.Load(x + i + 10) ^ Vector128.Load(y + i + 10);
        var c0 = Vector128.Load(x + i + 16) ^ Vector128.Load(y + i + 16);
        var c1 = Vector128.Load(x + i + 18) ^ Vector128.Load(y + i + 18);
        var d0 = Vector128.Load(x + i + 24) ^ Vector128.Load(y + i + 24);
        var d1 = Vector128.Load(x + i + 26) ^ Vector128.Load(y + i + 26);
        GB(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
        a0.Store(q + i);
        a1.Store(q + i + 2);
        b0.Store(q + i + 8);
        b1.Store(q + i + 10);
        c0.Store(q + i + 16);
        c1.Store(q + i + 18);
        d0.Store(q + i + 24);
        d1.Store(q + i + 26);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EndRow(ulong* q)
    {
        var a0 = Vector128.Load(q);
        var a1 = Vector128.Load(q + 2);
        var b0 = Vector128.Load(q + 8);
        var b1 = Vector128.Load(q + 10);
        var c0 = Vector128.Load(q + 16);
        var c1 = Vector128.Load(q + 18);
        var d0 = Vector128.Load(q + 24);
        var d1 = Vector128.Load(q + 26);
        DiagonalGB(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
        a0.Store(q);
        a1.Store(q + 2);
        b0.Store(q + 8);
        b1.Store(q + 10);
        c0.Store(q + 16);
        c1.Store(q + 18);
        d0.Store(q + 24);
        d1.Store(q + 26);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void BeginColumn(ulong* q)
    {
        var a0 = Vector128.Load(q);
        var a1 = Vector128.Load(q + 4);
        var b0 = Vector128.Load(q + 32);
        var b1 = Vector128.Load(q + 36);
        var c0 = Vector128.Load(q + 64);
        var c1 = Vector128.Load(q + 68);
        var d0 = Vector128.Load(q + 96);
        var d1 = Vector128.Load(q + 100);
        GB(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
        a0.Store(q);
        a1.Store(q + 4);
        b0.Store(q + 32);
        b1.Store(q + 36);
        c0.Store(q + 64);
        c1.Store(q + 68);
        d0.Store(q + 96);
        d1.Store(q + 100);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EndColumn(ulong* q, ulong* x, ulong* y, ulong* result, bool xor, nint i)
    {
        var a0 = Vector128.Load(q + i);
        var a1 = Vector128.Load(q + i + 4);
        var b0 = Vector128.Load(q + i + 32);
        var b1 = Vector128.Load(q + i + 36);
        var c0 = Vector128.Load(q + i + 64);
        var c1 = Vector128.Load(q + i + 68);
        var d0 = Vector128.Load(q + i + 96);
        var d1 = Vector128.Load(q + i + 100);
        DiagonalGB(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
        if (xor)
        {
            a0 ^= Vector128.Load(result + i);
            a1 ^= Vector128.Load(result + i + 4);
            b0 ^= Vector128.Load(result + i + 32);
            b1 ^= Vector128.Load(result + i + 36);
            c0 ^= Vector128.Load(result + i + 64);
            c1 ^= Vector128.Load(result + i + 68);
            d0 ^= Vector128.Load(result + i + 96);
            d1 ^= Vector128.Load(result + i + 100);
        }

        Finish(a0, x, y, result, i);
        Finish(a1, x, y, result, i + 4);
        Finish(b0, x, y, result, i + 32);
        Finish(b1, x, y, result, i + 36);
        Finish(c0, x, y, result, i + 64);
        Finish(c1, x, y, result, i + 68);
        Finish(d0, x, y, result, i + 96);
        Finish(d1, x, y, result, i + 100);
    }

    /// <summary>The second half of P (RFC 9106 §3.6): GB on v_0, v_5, v_10, v_15 and so on, v_0 to v_15 being in a0, a1, b0, b1 and so on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void DiagonalGB(
        ref Words a0, ref Words b0, ref Words c0, ref Words d0,
        ref Words a1, ref Words b1, ref Words c1, ref Words d1)
    {
        (b0, b1) = (Middle(b0, b1), Middle(b1, b0));
        (c0, c1) = (c1, c0);
        (d0, d1) = (Middle(d1, d0), Middle(d0, d1));
        GB(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
        (b0, b1) = (Middle(b1, b0), Middle(b0, b1));
        (c0, c1) = (c1, c0);
        (d0, d1) = (Middle(d0, d1), Middle(d1, d0));
    }

    /// <summary>The function GB (RFC 9106 §3.6) twice in step: while one product is awaited, the other goes on.</summary>
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
        => Sse2.IsSupported ? Sse2.Shuffle(x.AsDouble(), y.AsDouble(), 0b01).AsUInt64() : AdvSimd.ExtractVector128(x, y, 1);

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

    /// <summary>Writes a vector of the result, z xor R.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(Words z, ulong* x, ulong* y, ulong* result, nint i)
        => (z ^ Vector128.Load(x + i) ^ Vector128.Load(y + i)).Store(result + i);
}
