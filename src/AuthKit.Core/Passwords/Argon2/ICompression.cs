namespace AuthKit.Passwords.Argon2;

/// <summary>The compression function G in two steps (RFC 9106 §3.5), on blocks laid out as <see cref="Block.PositionOf"/> says.</summary>
/// <remarks>The second step comes in two parts, since the first words of the result already tell which block to fetch for the next G.</remarks>
internal unsafe interface ICompression
{
    /// <summary>Computes R = X xor Y, and Q by applying P to each row of R.</summary>
    /// <param name="x">The block X.</param>
    /// <param name="y">The block Y.</param>
    /// <param name="q">Receives Q; none of the other blocks.</param>
    static abstract void Rows(ulong* x, ulong* y, ulong* q);

    /// <summary>Computes the first words of Z, by applying P to the first columns of Q, and those of the result Z xor R.</summary>
    /// <param name="q">The block Q.</param>
    /// <param name="x">The block X.</param>
    /// <param name="y">The block Y.</param>
    /// <param name="result">The block written; it may be X or Y.</param>
    /// <param name="xor">Whether what stands in <paramref name="result"/> is XORed in, as in all passes but the first (§3.2, step 6).</param>
    static abstract void FirstColumns(ulong* q, ulong* x, ulong* y, ulong* result, bool xor);

    /// <summary>Computes the rest of Z and of the result; the parameters are those of <see cref="FirstColumns"/>.</summary>
    static abstract void OtherColumns(ulong* q, ulong* x, ulong* y, ulong* result, bool xor);
}
