namespace AuthKit.Passwords;

/// <summary>The compression function G in two steps (RFC 9106 §3.5), on blocks laid out as <see cref="Block.PositionOf"/> says.</summary>
/// <remarks>The second step comes in halves, since the first words of the result already tell which block to fetch for the next G.</remarks>
internal unsafe interface ICompression
{
    /// <summary>Computes R = X xor Y, and Q by applying P to each row of R.</summary>
    /// <param name="x">The block X.</param>
    /// <param name="y">The block Y.</param>
    /// <param name="q">Receives Q; none of the other blocks.</param>
    static abstract void Rows(ulong* x, ulong* y, ulong* q);

    /// <summary>Computes one half of Z, by applying P to each column of Q, and of the result Z xor R.</summary>
    /// <param name="half">Which columns: 0 for the first four registers of each row, 1 for the last four.</param>
    /// <param name="q">The block Q.</param>
    /// <param name="x">The block X.</param>
    /// <param name="y">The block Y.</param>
    /// <param name="result">The block written; it may be X or Y.</param>
    /// <param name="xor">Whether what stands in <paramref name="result"/> is XORed in, as in all passes but the first (§3.2, step 6).</param>
    static abstract void Columns(int half, ulong* q, ulong* x, ulong* y, ulong* result, bool xor);
}
