namespace AuthKit.Passwords.Argon2;

/// <summary>The memory B[i][j]: p lanes of q blocks each (RFC 9106 §3.2, step 2).</summary>
/// <param name="memory">Memory of <see cref="Size"/>, which outlives the matrix.</param>
/// <param name="lanes">The number of lanes, p.</param>
/// <param name="segmentLength">The blocks in one lane of one slice.</param>
internal readonly unsafe struct BlockMatrix(BlockMemory memory, int lanes, int segmentLength)
{
    private readonly ulong* _blocks = memory.Blocks;

    /// <summary>The number of vertical slices, at whose ends the lanes wait for one another (RFC 9106 §3.4).</summary>
    public const int Slices = 4;

    /// <summary>The number of lanes, p.</summary>
    public int Lanes => lanes;

    /// <summary>The blocks in a segment, which is one lane of one slice.</summary>
    public int SegmentLength => segmentLength;

    /// <summary>The blocks in a lane, q.</summary>
    public int LaneLength => segmentLength * Slices;

    /// <summary>All blocks, m'.</summary>
    public long BlockCount => (long)LaneLength * lanes;

    /// <summary>The block B[lane][column].</summary>
    public ulong* this[int lane, int column] => _blocks + ((((long)lane * LaneLength) + column) * Block.Words);

    /// <summary>The words of the block B[lane][column].</summary>
    public Span<ulong> Words(int lane, int column) => new(this[lane, column], Block.Words);

    /// <summary>A block for what a lane computes in between; it stands behind the matrix and is cleared with it.</summary>
    public ulong* Scratch(int lane) => _blocks + ((BlockCount + lane) * Block.Words);

    /// <summary>The bytes a matrix needs, scratch blocks included.</summary>
    public static long Size(int lanes, int segmentLength) => (((long)segmentLength * Slices) + 1) * lanes * Block.Length;
}
