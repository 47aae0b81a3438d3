using System.Runtime.CompilerServices;

namespace AuthKit.Passwords.Argon2;

/// <summary>The address block of a segment whose references depend on no data: J_1 and J_2 for 128 blocks at a time (RFC 9106 §3.4.1.2).</summary>
internal readonly unsafe struct AddressBlock<TCompression>
    where TCompression : struct, ICompression
{
    /// <summary>The memory it works in, in 64-bit words.</summary>
    public const int WorkingWords = 4 * Block.Words;

    private readonly ulong* _zero;
    private readonly ulong* _input;
    private readonly ulong* _addresses;
    private readonly ulong* _q;

    /// <summary>Prepares the input block Z of a segment in memory of <see cref="WorkingWords"/>.</summary>
    public AddressBlock(ulong* memory, in BlockMatrix matrix, int passes, int pass, int slice, int lane)
    {
        new Span<ulong>(memory, WorkingWords).Clear();
        _zero = memory;
        _input = memory + Block.Words;
        _addresses = memory + (2 * Block.Words);
        _q = memory + (3 * Block.Words);

        _input[Block.PositionOf(0)] = (ulong)pass;
        _input[Block.PositionOf(1)] = (ulong)lane;
        _input[Block.PositionOf(2)] = (ulong)slice;
        _input[Block.PositionOf(3)] = (ulong)matrix.BlockCount;
        _input[Block.PositionOf(4)] = (ulong)passes;
        _input[Block.PositionOf(5)] = Argon2Input.TypeArgon2id;
    }

    /// <summary>J_1 (low 32 bits) and J_2 (high 32 bits) of a place in the segment; places are asked for in ascending order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong J(int index)
    {
        if (_input[Block.PositionOf(6)] <= (uint)index / Block.Words)
            Advance();

        return _addresses[Block.PositionOf(index % Block.Words)];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Advance()
    {
        _input[Block.PositionOf(6)]++;
        G(_input);
        G(_addresses);
    }

    /// <summary>Computes the addresses as G(ZERO, <paramref name="y"/>).</summary>
    private void G(ulong* y)
    {
        TCompression.Rows(_zero, y, _q);
        TCompression.FirstColumns(_q, _zero, y, _addresses, xor: false);
        TCompression.OtherColumns(_q, _zero, y, _addresses, xor: false);
    }
}
