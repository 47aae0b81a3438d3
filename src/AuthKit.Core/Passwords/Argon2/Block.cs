using System.Buffers.Binary;

namespace AuthKit.Passwords.Argon2;

/// <summary>A block of the memory: 1,024 bytes, 128 words of 64 bits (RFC 9106 §3.2).</summary>
internal static class Block
{
    /// <summary>The size of a block in bytes.</summary>
    public const int Length = 1024;

    /// <summary>The size of a block in 64-bit words.</summary>
    public const int Words = Length / sizeof(ulong);

    /// <summary>Where a word of the RFC's block is kept.</summary>
    /// <remarks>
    /// G sees a block as eight rows of sixteen words (RFC 9106 §3.5). Here two neighbouring rows are interleaved, four
    /// words of the one, four of the other. So a block is a 4×4 matrix of vectors of eight words, and permutation P
    /// finds its a, b, c and d in one row or in one column of those vectors with no word moved between them.
    /// </remarks>
    public static int PositionOf(int word)
    {
        var (row, column) = (word / 16, word % 16);
        return (row / 2 * 32) + (column / 4 * 8) + (row % 2 * 4) + (column % 4);
    }

    /// <summary>Takes a block over from its bytes.</summary>
    public static void Read(ReadOnlySpan<byte> bytes, Span<ulong> block)
    {
        for (var word = 0; word < Words; word++)
            block[PositionOf(word)] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(8 * word)..]);
    }

    /// <summary>Writes a block's bytes.</summary>
    public static void Write(ReadOnlySpan<ulong> block, Span<byte> bytes)
    {
        for (var word = 0; word < Words; word++)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[(8 * word)..], block[PositionOf(word)]);
    }

    /// <summary>XORs a block into another.</summary>
    public static void Xor(ReadOnlySpan<ulong> block, Span<ulong> into)
    {
        for (var i = 0; i < Words; i++)
            into[i] ^= block[i];
    }
}
