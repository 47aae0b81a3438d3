using System.Runtime.CompilerServices;

namespace AuthKit.Passwords;

/// <summary>How a segment, one lane of one slice, is filled (RFC 9106 §3.2, steps 5 and 6).</summary>
internal static unsafe class Segment
{
    /// <summary>Fills a segment with one way to compute G.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill<TCompression>(in BlockMatrix matrix, int passes, int pass, int slice, int lane)
        where TCompression : struct, ICompression
    {
        var references = new ReferenceSet(matrix, pass, slice, lane);
        var scratch = matrix.Scratch(lane);

        // The first two blocks of a lane are there already (steps 3 and 4).
        var index = pass == 0 && slice == 0 ? 2 : 0;
        var current = matrix[lane, (slice * matrix.SegmentLength) + index];
        var previous = pass > 0 && slice == 0 ? matrix[lane, matrix.LaneLength - 1] : current - Block.Words;

        // Argon2id takes J_1 and J_2 from no data in the first half of the first pass, then from the previous block (§3.4.1.3).
        if (pass == 0 && slice < BlockMatrix.Slices / 2)
        {
            var memory = stackalloc ulong[AddressBlock<TCompression>.WorkingWords];
            var addresses = new AddressBlock<TCompression>(memory, matrix, passes, pass, slice, lane);
            for (; index < matrix.SegmentLength; index++)
            {
                TCompression.G(previous, references.Find(index, addresses.J(index)), current, scratch, xor: false);
                previous = current;
                current += Block.Words;
            }
        }
        else
        {
            for (; index < matrix.SegmentLength; index++)
            {
                TCompression.G(previous, references.Find(index, *previous), current, scratch, xor: pass > 0);
                previous = current;
                current += Block.Words;
            }
        }
    }
}
