using AuthKit.Passwords.Argon2;

namespace AuthKit.Passwords;

/// <summary>The password hashing function Argon2id, version 0x13 (RFC 9106).</summary>
/// <remarks>
/// It computes G on the widest vectors the processor has: AVX-512, AVX2, 128-bit ones, or plain words. The memory it
/// works in is native, cleared after every call and kept for the next; what stays idle is given back.
/// </remarks>
public static class Argon2id
{
    /// <summary>Hashes a password into the whole of <paramref name="destination"/>.</summary>
    /// <param name="password">The password P, of any length.</param>
    /// <param name="salt">The salt S, of any length; 16 random bytes are recommended for passwords (RFC 9106 §3.1).</param>
    /// <param name="memoryKiB">The memory size m in KiB, at least 8 for each lane. It is rounded down to a multiple of 4 for each lane.</param>
    /// <param name="iterations">The number of passes t over the memory, at least 1.</param>
    /// <param name="parallelism">The number of lanes p, 1 to 2^24-1. Lanes are computed on as many threads as there are processors; the result does not depend on it.</param>
    /// <param name="destination">Receives the tag; its length is T, at least 4 bytes, and part of what is hashed.</param>
    /// <param name="secret">The secret value K (a pepper), empty for none.</param>
    /// <param name="associatedData">The associated data X, empty for none.</param>
    /// <exception cref="ArgumentException">A parameter is outside the bounds of RFC 9106 §3.1; the message names the bound.</exception>
    /// <exception cref="OutOfMemoryException"><paramref name="memoryKiB"/> cannot be had.</exception>
    public static void Hash(
        ReadOnlySpan<byte> password,
        ReadOnlySpan<byte> salt,
        int memoryKiB,
        int iterations,
        int parallelism,
        Span<byte> destination,
        ReadOnlySpan<byte> secret = default,
        ReadOnlySpan<byte> associatedData = default)
    {
        Argon2Bounds.Check(memoryKiB, iterations, parallelism, destination.Length);

        var input = new Argon2Input
        {
            Password = password,
            Salt = salt,
            Secret = secret,
            AssociatedData = associatedData,
            MemoryKiB = memoryKiB,
            Iterations = iterations,
            Parallelism = parallelism,
        };
        Argon2Computation.Run(input, destination, Argon2Paths.Widest, Environment.ProcessorCount, BlockMemoryPool.Shared);
    }
}
