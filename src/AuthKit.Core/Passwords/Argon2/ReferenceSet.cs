using System.Runtime.CompilerServices;

namespace AuthKit.Passwords.Argon2;

/// <summary>The blocks that may be referenced from a segment, and the choice of one of them (RFC 9106 §3.4.2).</summary>
internal readonly unsafe struct ReferenceSet
{
    private readonly BlockMatrix _matrix;
    private readonly int _lane;
    private readonly bool _ownLaneOnly;
    private readonly int _finished;
    private readonly int _start;

    /// <summary>The set seen from a segment.</summary>
    public ReferenceSet(in BlockMatrix matrix, int pass, int slice, int lane)
    {
        _matrix = matrix;
        _lane = lane;
        _ownLaneOnly = pass == 0 && slice == 0;

        // Three slices behind this one are finished, of the previous pass if need be; in the first pass, those before it.
        _finished = (pass == 0 ? slice : BlockMatrix.Slices - 1) * matrix.SegmentLength;
        _start = pass == 0 ? 0 : (slice + 1) % BlockMatrix.Slices * matrix.SegmentLength;
    }

    /// <summary>Maps J_1 and J_2 to the block that the next one is computed from.</summary>
    /// <param name="index">The place in the segment of the block to be computed.</param>
    /// <param name="j">J_1 in the low and J_2 in the high 32 bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong* Find(int index, ulong j)
    {
        var j1 = (ulong)(uint)j;
        var j2 = (uint)(j >> 32);
        var lane = _ownLaneOnly ? _lane : (int)(j2 % (uint)_matrix.Lanes);

        // |W|: in the own lane also this segment's blocks but for the previous one, which G takes anyway; in other
        // lanes the last finished block is left out while this segment has none.
        var size = (uint)(lane == _lane ? _finished + index - 1 : index == 0 ? _finished - 1 : _finished);

        var x = (j1 * j1) >> 32;
        var y = (size * x) >> 32;
        var column = (uint)_start + size - 1 - (uint)y;
        return _matrix[lane, (int)(column < (uint)_matrix.LaneLength ? column : column - (uint)_matrix.LaneLength)];
    }
}
