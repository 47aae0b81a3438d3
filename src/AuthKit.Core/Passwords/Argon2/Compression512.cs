using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Words = System.Runtime.Intrinsics.Vector512<ulong>;

namespace AuthKit.Passwords.Argon2;

/// <summary>The compression function G on AVX-512: four rows or four columns at a time, in eight registers.</summary>
internal readonly unsafe struct Compression512 : ICompression
{
    // The four words of a quad, rotated by one, two and three places.
    private const byte RotateLeft1 = 0b00_11_10_01;
    private const byte RotateLeft2 = 0b01_00_11_10;
    private const byte RotateLeft3 = 0b10_01_00_11;
    private const byte SwapHalves = 0b01_00_11_10;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows(ulong* x, ulong* y, ulong* q)
    {
        for (nint i = 0; i < Block.Words; i += 64)
        {
            var a0 = Vector512.Load(x + i) ^ Vector512.Load(y + i);
            var a1 = Vector512.Load(x + i + 32) ^ Vector512.Load(y + i + 32);
            var b0 = Vector512.Load(x + i + 8) ^ Vector512.Load(y + i + 8);
            var b1 = Vector512.Load(x + i + 40) ^ Vector512.Load(y + i + 40);
            var c0 = Vector512.Load(x + i + 16) ^ Vector512.Load(y + i + 16);
            var c1 = Vector512.Load(x + i + 48) ^ Vector512.Load(y + i + 48);
            var d0 = Vector512.Load(x + i + 24) ^ Vector512.Load(y + i + 24);
            var d1 = Vector512.Load(x + i + 56) ^ Vector512.Load(y + i + 56);
            PRows(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
            a0.Store(q + i);
            a1.Store(q + i + 32);
            b0.Store(q + i + 8);
            b1.Store(q + i + 40);
            c0.Store(q + i + 16);
            c1.Store(q + i + 48);
            d0.Store(q + i + 24);
            d1.Store(q + i + 56);
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
        nint i = half * 16;
        var a0 = Vector512.Load(q + i);
        var a1 = Vector512.Load(q + i + 8);
        var b0 = Vector512.Load(q + i + 32);
        var b1 = Vector512.Load(q + i + 40);
        var c0 = Vector512.Load(q + i + 64);
        var c1 = Vector512.Load(q + i + 72);
        var d0 = Vector512.Load(q + i + 96);
        var d1 = Vector512.Load(q + i + 104);
        PColumns(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
        Finish(a0, x, y, result, xor, i);
        Finish(a1, x, y, result, xor, i + 8);
        Finish(b0, x, y, result, xor, i + 32);
        Finish(b1, x, y, result, xor, i + 40);
        Finish(c0, x, y, result, xor, i + 64);
        Finish(c1, x, y, result, xor, i + 72);
        Finish(d0, x, y, result, xor, i + 96);
        Finish(d1, x, y, result, xor, i + 104);
    }

    /// <summary>Permutation P (RFC 9106 §3.6) on rows: a vector holds four words of one row and four of the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PRows(
        ref Words a0, ref Words b0, ref Words c0, ref Words d0,
        ref Words a1, ref Words b1, ref Words c1, ref Words d1)
    {
        GB(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
        b0 = Avx512F.Permute4x64(b0, RotateLeft1);
        b1 = Avx512F.Permute4x64(b1, RotateLeft1);
        c0 = Avx512F.Permute4x64(c0, RotateLeft2);
        c1 = Avx512F.Permute4x64(c1, RotateLeft2);
        d0 = Avx512F.Permute4x64(d0, RotateLeft3);
        d1 = Avx512F.Permute4x64(d1, RotateLeft3);
        GB(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
        b0 = Avx512F.Permute4x64(b0, RotateLeft3);
        b1 = Avx512F.Permute4x64(b1, RotateLeft3);
        c0 = Avx512F.Permute4x64(c0, RotateLeft2);
        c1 = Avx512F.Permute4x64(c1, RotateLeft2);
        d0 = Avx512F.Permute4x64(d0, RotateLeft1);
        d1 = Avx512F.Permute4x64(d1, RotateLeft1);
    }

    /// <summary>Permutation P on columns: a vector holds two words of each of two columns, and in its other half the next two of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PColumns(
        ref Words a0, ref Words b0, ref Words c0, ref Words d0,
        ref Words a1, ref Words b1, ref Words c1, ref Words d1)
    {
        var rotateLeft1 = Vector512.Create(1UL, 4, 3, 6, 5, 0, 7, 2);
        var rotateLeft3 = Vector512.Create(5UL, 0, 7, 2, 1, 4, 3, 6);
        GB(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
        b0 = Avx512F.PermuteVar8x64(b0, rotateLeft1);
        b1 = Avx512F.PermuteVar8x64(b1, rotateLeft1);
        c0 = Avx512F.Shuffle4x128(c0, c0, SwapHalves);
        c1 = Avx512F.Shuffle4x128(c1, c1, SwapHalves);
        d0 = Avx512F.PermuteVar8x64(d0, rotateLeft3);
        d1 = Avx512F.PermuteVar8x64(d1, rotateLeft3);
        GB(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
        b0 = Avx512F.PermuteVar8x64(b0, rotateLeft3);
        b1 = Avx512F.PermuteVar8x64(b1, rotateLeft3);
        c0 = Avx512F.Shuffle4x128(c0, c0, SwapHalves);
        c1 = Avx512F.Shuffle4x128(c1, c1, SwapHalves);
        d0 = Avx512F.PermuteVar8x64(d0, rotateLeft1);
        d1 = Avx512F.PermuteVar8x64(d1, rotateLeft1);
    }

    /// <summary>The function GB (RFC 9106 §3.6) twice in step: while one product is awaited, the other goes on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void GB(
        ref Words a0, ref Words b0, ref Words c0, ref Words d0,
        ref Words a1, ref Words b1, ref Words c1, ref Words d1)
    {
        a0 = MultiplyAdd(a0, b0);
        a1 = MultiplyAdd(a1, b1);
        d0 = Avx512F.RotateRight(d0 ^ a0, 32);
        d1 = Avx512F.RotateRight(d1 ^ a1, 32);
        c0 = MultiplyAdd(c0, d0);
        c1 = MultiplyAdd(c1, d1);
        b0 = Avx512F.RotateRight(b0 ^ c0, 24);
        b1 = Avx512F.RotateRight(b1 ^ c1, 24);
        a0 = MultiplyAdd(a0, b0);
        a1 = MultiplyAdd(a1, b1);
        d0 = Avx512F.RotateRight(d0 ^ a0, 16);
        d1 = Avx512F.RotateRight(d1 ^ a1, 16);
        c0 = MultiplyAdd(c0, d0);
        c1 = MultiplyAdd(c1, d1);
        b0 = Avx512F.RotateRight(b0 ^ c0, 63);
        b1 = Avx512F.RotateRight(b1 ^ c1, 63);
    }

    /// <summary>x + y + 2·trunc(x)·trunc(y), trunc being the low 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Words MultiplyAdd(Words x, Words y)
    {
        var product = Avx512F.Multiply(x.AsUInt32(), y.AsUInt32());
        return x + y + (product + product);
    }

    /// <summary>Writes a vector of the result, Z xor R.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(Words z, ulong* x, ulong* y, ulong* result, bool xor, nint i)
    {
        z ^= Vector512.Load(x + i) ^ Vector512.Load(y + i);
        (xor ? z ^ Vector512.Load(result + i) : z).Store(result + i);
    }
}
