namespace AuthKit.Passwords.Argon2;

/// <summary>The bounds of Argon2's inputs (RFC 9106 §3.1), as far as the types of .NET leave them open.</summary>
internal static class Argon2Bounds
{
    /// <summary>The largest number of lanes, p.</summary>
    public const int MaxParallelism = (1 << 24) - 1;

    /// <summary>The least memory in KiB that one lane needs, so that each of its four segments has two blocks.</summary>
    public const int MinMemoryKiBPerLane = 8;

    /// <summary>The shortest tag in bytes.</summary>
    public const int MinTagLength = 4;

    /// <summary>Throws for the first parameter that is out of bounds.</summary>
    /// <exception cref="ArgumentException">The message names the bound; parameters are named as in <see cref="Argon2id.Hash"/>.</exception>
    public static void Check(int memoryKiB, int iterations, int parallelism, int tagLength)
    {
        if (parallelism is < 1 or > MaxParallelism)
            throw new ArgumentOutOfRangeException(nameof(parallelism), parallelism, $"The degree of parallelism p is 1 to 2^24-1 ({MaxParallelism}).");

        if (memoryKiB < MinMemoryKiBPerLane * parallelism)
            throw new ArgumentOutOfRangeException(nameof(memoryKiB), memoryKiB, $"The memory size m is at least 8*p ({MinMemoryKiBPerLane * parallelism}) KiB.");

        if (iterations < 1)
            throw new ArgumentOutOfRangeException(nameof(iterations), iterations, "The number of passes t is at least 1.");

        if (tagLength < MinTagLength)
            throw new ArgumentException($"The tag length T is at least {MinTagLength} bytes, not {tagLength}.", "destination");
    }
}
