using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AuthKit.Passwords.Argon2;

/// <summary>The operation of Argon2id, step by step (RFC 9106 §3.2).</summary>
internal static class Argon2Computation
{
    /// <summary>Computes the tag of an input that is within bounds.</summary>
    /// <param name="input">What is hashed.</param>
    /// <param name="tag">Receives the tag.</param>
    /// <param name="path">The instructions to compute G with.</param>
    /// <param name="threads">The most threads to use, this one included.</param>
    /// <param name="pool">Where the memory comes from.</param>
    public static void Run(in Argon2Input input, Span<byte> tag, Argon2Path path, int threads, BlockMemoryPool pool)
    {
        var segmentLength = input.MemoryKiB / (BlockMatrix.Slices * input.Parallelism);
        var memory = pool.Rent(BlockMatrix.Size(input.Parallelism, segmentLength));
        try
        {
            var matrix = new BlockMatrix(memory, input.Parallelism, segmentLength);
            FillFirstColumns(input, tag.Length, matrix);
            new MatrixFilling(matrix, input.Iterations, path).Run(threads);
            Finish(matrix, tag);
        }
        finally
        {
            pool.Return(memory);
        }
    }

    /// <summary>Steps 1, 3 and 4: H_0, and from it the first two blocks of each lane.</summary>
    private static void FillFirstColumns(in Argon2Input input, int tagLength, BlockMatrix matrix)
    {
        Span<byte> seed = stackalloc byte[Blake2b.MaxDigestLength + 8];
        Span<byte> block = stackalloc byte[Block.Length];
        input.WriteH0(tagLength, seed);
        for (var lane = 0; lane < matrix.Lanes; lane++)
        {
            for (var column = 0; column < 2; column++)
            {
                BinaryPrimitives.WriteInt32LittleEndian(seed[64..], column);
                BinaryPrimitives.WriteInt32LittleEndian(seed[68..], lane);
                VariableLengthHash.Compute(seed, block);
                Block.Read(block, matrix.Words(lane, column));
            }
        }

        CryptographicOperations.ZeroMemory(seed);
        CryptographicOperations.ZeroMemory(block);
    }

    /// <summary>Steps 7 and 8: the last column XORed together, and the tag from it.</summary>
    private static void Finish(BlockMatrix matrix, Span<byte> tag)
    {
        Span<byte> block = stackalloc byte[Block.Length];
        var c = matrix.Words(0, matrix.LaneLength - 1);
        for (var lane = 1; lane < matrix.Lanes; lane++)
            Block.Xor(matrix.Words(lane, matrix.LaneLength - 1), c);

        Block.Write(c, block);
        VariableLengthHash.Compute(block, tag);
        CryptographicOperations.ZeroMemory(block);
    }
}
