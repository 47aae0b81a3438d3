namespace AuthKit.Import.ForeignHashes;

/// <summary>How much a stored scrypt hash (RFC 7914) may cost to check, because it says so itself (denial of service).</summary>
internal static class ScryptBounds
{
    private const long MostMemory = 128L << 20;
    private const long MostWork = 256L << 20;
    private const int MostBlockSize = 64;
    private const int MostLogarithm = 24;
    private const int LeastKey = 16;
    private const int MostBytes = 128;

    /// <summary>Whether the parameters are within them: at most 128 MiB of memory, and 256 MiB of it written.</summary>
    /// <param name="logN">The binary logarithm of N.</param>
    /// <param name="r">The block size.</param>
    /// <param name="p">The parallelisation, which here is one after another.</param>
    public static bool AllowParameters(int logN, int r, int p) =>
        logN is > 0 and <= MostLogarithm && r is > 0 and <= MostBlockSize && p is > 0 and <= MostBlockSize
        && (128L * r) << logN is var memory && memory <= MostMemory && memory * p <= MostWork;

    public static bool AllowLengths(int salt, int key) => salt is > 0 and <= MostBytes && key is >= LeastKey and <= MostBytes;
}
