namespace AuthKit.Passwords;

/// <summary>The compression function G (RFC 9106 §3.5), on blocks laid out as <see cref="Block.PositionOf"/> says.</summary>
internal unsafe interface ICompression
{
    /// <summary>Writes G(<paramref name="x"/>, <paramref name="y"/>) to <paramref name="result"/>.</summary>
    /// <param name="x">The first block, X.</param>
    /// <param name="y">The second block, Y.</param>
    /// <param name="result">The block written; it may be one of the two that are read.</param>
    /// <param name="scratch">A block to work in, which is none of the three.</param>
    /// <param name="xor">Whether the block that stands in <paramref name="result"/> is XORed in, as in all passes but the first (§3.2, step 6).</param>
    static abstract void G(ulong* x, ulong* y, ulong* result, ulong* scratch, bool xor);
}
