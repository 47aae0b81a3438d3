using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AuthKit.Passwords;

/// <summary>G on AVX-512: the whole block stands in sixteen registers, and each step of P is two rows or columns wide.</summary>
internal readonly unsafe struct Compression512 : ICompression
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void G(ulong* x, ulong* y, ulong* result, ulong* scratch, bool xor)
    {
        var v0 = Load(x, y, result, xor, 0);
        var v1 = Load(x, y, result, xor, 1);
        var v2 = Load(x, y, result, xor, 2);
        var v3 = Load(x, y, result, xor, 3);
        var v4 = Load(x, y, result, xor, 4);
        var v5 = Load(x, y, result, xor, 5);
        var v6 = Load(x, y, result, xor, 6);
        var v7 = Load(x, y, result, xor, 7);
        var v8 = Load(x, y, result, xor, 8);
        var v9 = Load(x, y, result, xor, 9);
        var v10 = Load(x, y, result, xor, 10);
        var v11 = Load(x, y, result, xor, 11);
        var v12 = Load(x, y, result, xor, 12);
        var v13 = Load(x, y, result, xor, 13);
        var v14 = Load(x, y, result, xor, 14);
        var v15 = Load(x, y, result, xor, 15);

        PRows(ref v0, ref v1, ref v2, ref v3);
        PRows(ref v4, ref v5, ref v6, ref v7);
        PRows(ref v8, ref v9, ref v10, ref v11);
        PRows(ref v12, ref v13, ref v14, ref v15);

        PColumns(ref v0, ref v4, ref v8, ref v12);
        Store(v0, result, 0); Store(v4, result, 4); Store(v8, result, 8); Store(v12, result, 12);
        PColumns(ref v1, ref v5, ref v9, ref v13);
        Store(v1, result, 1); Store(v5, result, 5); Store(v9, result, 9); Store(v13, result, 13);
        PColumns(ref v2, ref v6, ref v10, ref v14);
        Store(v2, result, 2); Store(v6, result, 6); Store(v10, result, 10); Store(v14, result, 14);
        PColumns(ref v3, ref v7, ref v11, ref v15);
        Store(v3, result, 3); Store(v7, result, 7); Store(v11, result, 11); Store(v15, result, 15);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Load(ulong* x, ulong* y, ulong* result, bool xor, int i)
    {
        var r = Vector512.Load(x + 8 * i) ^ Vector512.Load(y + 8 * i);
        (xor ? r ^ Vector512.Load(result + 8 * i) : r).Store(result + 8 * i);
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<ulong> z, ulong* result, int i)
        => (z ^ Vector512.Load(result + 8 * i)).Store(result + 8 * i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PRows(ref Vector512<ulong> a, ref Vector512<ulong> b, ref Vector512<ulong> c, ref Vector512<ulong> d)
    {
        GB(ref a, ref b, ref c, ref d);
        b = Avx512F.Permute4x64(b, 0b00_11_10_01);
        c = Avx512F.Permute4x64(c, 0b01_00_11_10);
        d = Avx512F.Permute4x64(d, 0b10_01_00_11);
        GB(ref a, ref b, ref c, ref d);
        b = Avx512F.Permute4x64(b, 0b10_01_00_11);
        c = Avx512F.Permute4x64(c, 0b01_00_11_10);
        d = Avx512F.Permute4x64(d, 0b00_11_10_01);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PColumns(ref Vector512<ulong> a, ref Vector512<ulong> b, ref Vector512<ulong> c, ref Vector512<ulong> d)
    {
        var one = Vector512.Create(1UL, 4, 3, 6, 5, 0, 7, 2);
        var three = Vector512.Create(5UL, 0, 7, 2, 1, 4, 3, 6);
        GB(ref a, ref b, ref c, ref d);
        b = Avx512F.PermuteVar8x64(b, one);
        c = Avx512F.Shuffle4x128(c, c, 0b01_00_11_10);
        d = Avx512F.PermuteVar8x64(d, three);
        GB(ref a, ref b, ref c, ref d);
        b = Avx512F.PermuteVar8x64(b, three);
        c = Avx512F.Shuffle4x128(c, c, 0b01_00_11_10);
        d = Avx512F.PermuteVar8x64(d, one);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void GB(ref Vector512<ulong> a, ref Vector512<ulong> b, ref Vector512<ulong> c, ref Vector512<ulong> d)
    {
        a = MultiplyAdd(a, b);
        d = Avx512F.RotateRight(d ^ a, 32);
        c = MultiplyAdd(c, d);
        b = Avx512F.RotateRight(b ^ c, 24);
        a = MultiplyAdd(a, b);
        d = Avx512F.RotateRight(d ^ a, 16);
        c = MultiplyAdd(c, d);
        b = Avx512F.RotateRight(b ^ c, 63);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> MultiplyAdd(Vector512<ulong> x, Vector512<ulong> y)
    {
        var product = Avx512F.Multiply(x.AsUInt32(), y.AsUInt32());
        return x + y + (product + product);
    }
}
