using System.Buffers;

namespace AuthKit.Passwords.Breached;

/// <summary>A line of a file of hashes: <c>HASH</c> or <c>HASH:count</c>, ended as on Unix or Windows.</summary>
/// <param name="Hash">The hash.</param>
/// <param name="Length">The length of the line with its end.</param>
internal readonly record struct HashLine(byte[] Hash, int Length)
{
    /// <summary>The line that some text begins with.</summary>
    /// <exception cref="InvalidDataException">It is no such line.</exception>
    public static HashLine Read(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        var line = (end < 0 ? text : text[..end]).TrimEnd((byte)'\r');
        var hash = new byte[BreachedHash.Bytes];
        if (line.Length < BreachedHash.Digits
            || (line.Length > BreachedHash.Digits && line[BreachedHash.Digits] != (byte)':')
            || Convert.FromHexString(line[..BreachedHash.Digits], hash, out _, out _) is not OperationStatus.Done)
            throw new InvalidDataException();
        return new(hash, end < 0 ? text.Length : end + 1);
    }
}
