using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Words = System.Runtime.Intrinsics.Vector256<ulong>;

namespace AuthKit.Passwords;

/// <summary>The compression function G on AVX2: two rows or two columns side by side in eight registers.</summary>
internal readonly unsafe struct Compression256 : ICompression
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void G(ulong* x, ulong* y, ulong* result, ulong* scratch, bool xor)
    {
        var z = scratch;
        for (nint i = 0; i < Block.Words; i += 4)
        {
            var r = Vector256.Load(x + i) ^ Vector256.Load(y + i);
            r.Store(z + i);
            (xor ? r ^ Vector256.Load(result + i) : r).Store(result + i);
        }

        for (var rows = z; rows < z + 128; rows += 32)
            PRows(rows);

        for (var columns = z; columns < z + 32; columns += 8)
            PColumns(columns);

        for (nint i = 0; i < Block.Words; i += 4)
            (Vector256.Load(z + i) ^ Vector256.Load(result + i)).Store(result + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PRows(ulong* v)
    {
        var (a0, a1) = (Vector256.Load(v), Vector256.Load(v + 4));
        var (b0, b1) = (Vector256.Load(v + 8), Vector256.Load(v + 12));
        var (c0, c1) = (Vector256.Load(v + 16), Vector256.Load(v + 20));
        var (d0, d1) = (Vector256.Load(v + 24), Vector256.Load(v + 28));

        GB(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
        (b0, b1) = (Avx2.Permute4x64(b0, 0b00_11_10_01), Avx2.Permute4x64(b1, 0b00_11_10_01));
        (c0, c1) = (Avx2.Permute4x64(c0, 0b01_00_11_10), Avx2.Permute4x64(c1, 0b01_00_11_10));
        (d0, d1) = (Avx2.Permute4x64(d0, 0b10_01_00_11), Avx2.Permute4x64(d1, 0b10_01_00_11));
        GB(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
        (b0, b1) = (Avx2.Permute4x64(b0, 0b10_01_00_11), Avx2.Permute4x64(b1, 0b10_01_00_11));
        (c0, c1) = (Avx2.Permute4x64(c0, 0b01_00_11_10), Avx2.Permute4x64(c1, 0b01_00_11_10));
        (d0, d1) = (Avx2.Permute4x64(d0, 0b00_11_10_01), Avx2.Permute4x64(d1, 0b00_11_10_01));

        a0.Store(v);
        a1.Store(v + 4);
        b0.Store(v + 8);
        b1.Store(v + 12);
        c0.Store(v + 16);
        c1.Store(v + 20);
        d0.Store(v + 24);
        d1.Store(v + 28);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PColumns(ulong* v)
    {
        var (a0, a1) = (Vector256.Load(v), Vector256.Load(v + 4));
        var (b0, b1) = (Vector256.Load(v + 32), Vector256.Load(v + 36));
        var (c0, c1) = (Vector256.Load(v + 64), Vector256.Load(v + 68));
        var (d0, d1) = (Vector256.Load(v + 96), Vector256.Load(v + 100));

        GB(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
        (b0, b1) = (Middle(b0, b1), Middle(b1, b0));
        (c0, c1) = (c1, c0);
        (d0, d1) = (Middle(d1, d0), Middle(d0, d1));
        GB(ref a0, ref b0, ref c0, ref d0, ref a1, ref b1, ref c1, ref d1);
        (b0, b1) = (Middle(b1, b0), Middle(b0, b1));
        (c0, c1) = (c1, c0);
        (d0, d1) = (Middle(d0, d1), Middle(d1, d0));

        a0.Store(v);
        a1.Store(v + 4);
        b0.Store(v + 32);
        b1.Store(v + 36);
        c0.Store(v + 64);
        c1.Store(v + 68);
        d0.Store(v + 96);
        d1.Store(v + 100);
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
}
