using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Words = System.Runtime.Intrinsics.Vector256<ulong>;

namespace AuthKit.Passwords.Argon2;

/// <summary>The compression function G on AVX2: two rows or two columns at a time, in eight registers.</summary>
internal readonly unsafe struct Compression256 : ICompression
{
    // The four words of a quad, rotated by one, two and three places.
    private const byte RotateLeft1 = 0b00_11_10_01;
    private const byte RotateLeft2 = 0b01_00_11_10;
    private const byte RotateLeft3 = 0b10_01_00_11;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows(ulong* x, ulong* y, ulong* q)
    {
        for (nint i = 0; i < Block.Words; i += 32)
        {
            var a0 = Vector256.Load(x + i) ^ Vector256.Load(y + i);
            var a1 = Vector256.Load(x + i + 4) ^ Vector256.Load(y + i + 4);
            var b0 = Vector256.Load(x + i + 8) ^ Vector256.Load(y + i + 8);
            var b1 = Vector256.Load(x + i + 12) ^ Vector256.Load(y + i + 12);
            var c0 = Vector256.Load(x + i + 16) ^ Vector256.Load(y + i + 16);
            var c1 = Vector256.Load(x + i + 20) ^ Vector256.Load(y + i + 20);
            var d0 = Vector256.Load(x + i + 24) ^ Vector256.Load(y + i + 24);
            var d1 = Vector256.Load(x + i + 28) ^ Vector256.Load(y + i + 28);
            PRows(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
            a0.Store(q + i);
            a1.Store(q + i + 4);
            b0.Store(q + i + 8);
            b1.Store(q + i + 12);
            c0.Store(q + i + 16);
            c1.Store(q + i + 20);
            d0.Store(q + i + 24);
            d1.Store(q + i + 28);
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
            var a0 = Vector256.Load(q + i);
            var a1 = Vector256.Load(q + i + 4);
            var b0 = Vector256.Load(q + i + 32);
            var b1 = Vector256.Load(q + i + 36);
            var c0 = Vector256.Load(q + i + 64);
            var c1 = Vector256.Load(q + i + 68);
            var d0 = Vector256.Load(q + i + 96);
            var d1 = Vector256.Load(q + i + 100);
            PColumns(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
            Finish(a0, x, y, result, xor, i);
            Finish(a1, x, y, result, xor, i + 4);
            Finish(b0, x, y, result, xor, i + 32);
            Finish(b1, x, y, result, xor, i + 36);
            Finish(c0, x, y, result, xor, i + 64);
            Finish(c1, x, y, result, xor, i + 68);
            Finish(d0, x, y, result, xor, i + 96);
            Finish(d1, x, y, result, xor, i + 100);
        }
    }

    /// <summary>Permutation P (RFC 9106 §3.6) on rows: a vector holds four words of one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PRows(
        ref Words a0, ref Words b0, ref Words c0, ref Words d0,
        ref Words a1, ref Words b1, ref Words c1, ref Words d1)
    {
        GB(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
        b0 = Avx2.Permute4x64(b0, RotateLeft1);
        b1 = Avx2.Permute4x64(b1, RotateLeft1);
        c0 = Avx2.Permute4x64(c0, RotateLeft2);
        c1 = Avx2.Permute4x64(c1, RotateLeft2);
        d0 = Avx2.Permute4x64(d0, RotateLeft3);
        d1 = Avx2.Permute4x64(d1, RotateLeft3);
        GB(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
        b0 = Avx2.Permute4x64(b0, RotateLeft3);
        b1 = Avx2.Permute4x64(b1, RotateLeft3);
        c0 = Avx2.Permute4x64(c0, RotateLeft2);
        c1 = Avx2.Permute4x64(c1, RotateLeft2);
        d0 = Avx2.Permute4x64(d0, RotateLeft1);
        d1 = Avx2.Permute4x64(d1, RotateLeft1);
    }

    /// <summary>Permutation P on columns: a pair of vectors holds four words of one column in its lower halves, and of the next in its upper.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PColumns(
        ref Words a0, ref Words b0, ref Words c0, ref Words d0,
        ref Words a1, ref Words b1, ref Words c1, ref Words d1)
    {
        GB(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
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
        var product = Avx2.Multiply(x.AsUInt32(), y.AsUInt32());
        return x + y + (product + product);
    }

    /// <summary>In each half, the last word of the one and the first of the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Words Middle(Words x, Words y) => Avx2.AlignRight(y, x, 8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Words RotateRight32(Words x) => Avx2.Shuffle(x.AsUInt32(), 0b10_11_00_01).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Words RotateRight24(Words x)
    {
        var bytes = Vector128.Create((byte)3, 4, 5, 6, 7, 0, 1, 2, 11, 12, 13, 14, 15, 8, 9, 10);
        return Avx2.Shuffle(x.AsByte(), Vector256.Create(bytes, bytes)).AsUInt64();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Words RotateRight16(Words x)
    {
        var bytes = Vector128.Create((byte)2, 3, 4, 5, 6, 7, 0, 1, 10, 11, 12, 13, 14, 15, 8, 9);
        return Avx2.Shuffle(x.AsByte(), Vector256.Create(bytes, bytes)).AsUInt64();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Words RotateRight63(Words x) => (x + x) ^ (x >>> 63);

    /// <summary>Writes a vector of the result, Z xor R.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(Words z, ulong* x, ulong* y, ulong* result, bool xor, nint i)
    {
        z ^= Vector256.Load(x + i) ^ Vector256.Load(y + i);
        (xor ? z ^ Vector256.Load(result + i) : z).Store(result + i);
    }
}
