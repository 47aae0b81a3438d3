namespace AuthKit.Passwords.Argon2;

/// <summary>How far the parameters of a password hash may go, in options and in stored hashes.</summary>
/// <remarks>
/// A stored hash says itself what checking it costs, so whoever can plant one could exhaust the server. Within these
/// limits the worst costs 256 MiB for some tenths of a second. The lengths are those of the PHC string format.
/// </remarks>
internal static class Argon2idLimits
{
    /// <summary>The most memory, m, in KiB.</summary>
    public const int MaxMemoryKiB = 256 * 1024;

    /// <summary>The most memory written in all passes, m·t, in KiB.</summary>
    public const int MaxWorkKiB = 1024 * 1024;

    /// <summary>The most lanes, p.</summary>
    public const int MaxParallelism = 255;

    private const int MinSaltBytes = 8;
    private const int MaxSaltBytes = 48;
    private const int MinTagBytes = 12;
    private const int MaxTagBytes = 64;

    /// <summary>Says which limits are broken, one sentence each.</summary>
    public static IEnumerable<string> Broken(int memoryKiB, int iterations, int parallelism, int saltBytes, int tagBytes)
    {
        if (parallelism is < 1 or > MaxParallelism)
            yield return $"Parallelism is {parallelism}; it must be 1 to {MaxParallelism}.";

        if (memoryKiB > MaxMemoryKiB || memoryKiB < (long)Argon2Bounds.MinMemoryKiBPerLane * Math.Max(parallelism, 1))
            yield return $"MemoryKiB is {memoryKiB}; it must be {Argon2Bounds.MinMemoryKiBPerLane} for each lane to {MaxMemoryKiB}.";

        if (iterations < 1 || (long)memoryKiB * iterations > MaxWorkKiB)
            yield return $"Iterations is {iterations}; it must be at least 1, and MemoryKiB times Iterations at most {MaxWorkKiB}.";

        if (saltBytes is < MinSaltBytes or > MaxSaltBytes)
            yield return $"SaltBytes is {saltBytes}; it must be {MinSaltBytes} to {MaxSaltBytes}.";

        if (tagBytes is < MinTagBytes or > MaxTagBytes)
            yield return $"TagBytes is {tagBytes}; it must be {MinTagBytes} to {MaxTagBytes}.";
    }
}
