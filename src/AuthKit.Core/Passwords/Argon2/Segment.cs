using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AuthKit.Passwords.Argon2;

/// <summary>How a segment, one lane of one slice, is filled (RFC 9106 §3.2, steps 5 and 6).</summary>
internal static unsafe class Segment
{
    /// <summary>Fills a segment with one way to compute G.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill<TCompression>(in BlockMatrix matrix, int passes, int pass, int slice, int lane)
        where TCompression : struct, ICompression
    {
        var q = matrix.Scratch(lane);
        var references = new ReferenceSet(matrix, pass, slice, lane);

        // Argon2id takes J_1 and J_2 from no data in the first half of the first pass, then from the block just computed (§3.4.1.3).
        var dataIndependent = pass == 0 && slice < BlockMatrix.Slices / 2;
        var memory = stackalloc ulong[AddressBlock<TCompression>.WorkingWords];
        var addresses = new AddressBlock<TCompression>(memory, matrix, passes, pass, slice, lane);

        // The first two blocks of a lane are there already (steps 3 and 4).
        var index = pass == 0 && slice == 0 ? 2 : 0;
        var current = matrix[lane, (slice * matrix.SegmentLength) + index];
        var previous = pass > 0 && slice == 0 ? matrix[lane, matrix.LaneLength - 1] : current - Block.Words;
        var reference = references.Find(index, dataIndependent ? addresses.J(index) : *previous);

        while (index < matrix.SegmentLength)
        {
            // What is written comes in order, which the processor foresees, but not across the end of a page.
            Prefetch(current + Block.Words);
            TCompression.Rows(previous, reference, q);
            TCompression.FirstColumns(q, previous, reference, current, xor: pass > 0);

            // The first word of the block is now there and tells the next reference, so its memory is awaited while G goes on.
            var next = references.Find(++index, dataIndependent ? addresses.J(index) : *current);
            Prefetch(next);
            TCompression.OtherColumns(q, previous, reference, current, xor: pass > 0);

            reference = next;
            previous = current;
            current += Block.Words;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(ulong* block)
    {
        if (!Sse.IsSupported)
            return;

        const int CacheLine = 8;
        for (var line = block; line < block + Block.Words; line += CacheLine)
            Sse.Prefetch0(line);
    }
}
