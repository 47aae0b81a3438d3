using Microsoft.Win32.SafeHandles;

namespace AuthKit.Passwords.Breached;

/// <summary>
/// A file of hashes in order, one a line, which is searched by halves where it lies: a billion lines are 30 short reads, of which the
/// first are in the system's cache.
/// </summary>
internal sealed class SortedHashFile : IDisposable
{
    private const int LongestLine = 64;
    private const int Window = 64 * LongestLine;

    private readonly SafeFileHandle _file;
    private readonly long _length;

    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public SortedHashFile(string path)
    {
        _file = File.OpenHandle(path, options: FileOptions.Asynchronous | FileOptions.RandomAccess, share: FileShare.Read | FileShare.Delete);
        _length = RandomAccess.GetLength(_file);
    }

    /// <summary>Whether a hash is in the file.</summary>
    /// <exception cref="InvalidDataException">A line is no hash.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async ValueTask<bool> ContainsAsync(ReadOnlyMemory<byte> hash, CancellationToken cancellationToken)
    {
        var buffer = new byte[Window];
        // Both are where a line starts, or the end.
        var (low, high) = (0L, _length);
        while (high - low > Window)
        {
            var middle = low + ((high - low) / 2);
            var read = await RandomAccess.ReadAsync(_file, buffer.AsMemory(0, 2 * LongestLine), middle, cancellationToken);
            var start = buffer.AsSpan(0, Math.Min(read, LongestLine)).IndexOf((byte)'\n') + 1;
            if (start == 0)
                throw new InvalidDataException();
            switch (HashLine.Read(buffer.AsSpan(start, read - start)).Hash.SequenceCompareTo(hash.Span))
            {
                case 0:
                    return true;
                case < 0:
                    low = middle + start;
                    break;
                default:
                    high = middle + start;
                    break;
            }
        }

        var rest = await RandomAccess.ReadAsync(_file, buffer.AsMemory(0, (int)(high - low)), low, cancellationToken);
        return Contains(buffer.AsSpan(0, rest), hash.Span);
    }

    /// <summary>Says what is wrong with the file, as far as a thousand places in it tell; null where nothing is.</summary>
    public string? FindFlaw()
    {
        const int places = 1000;
        if (_length == 0)
            return "is empty";
        var buffer = new byte[2 * LongestLine];
        byte[] previous = [];
        try
        {
            for (long at = 0; Next(at, buffer) is { } line; at = Math.Max(line.End, Math.Min(at + (_length / places), _length - LongestLine)))
            {
                if (previous.AsSpan().SequenceCompareTo(line.Hash) > 0)
                    return "is not sorted by hash";
                previous = line.Hash;
            }
        }
        catch (InvalidDataException)
        {
            return "has a line that is no SHA-1 in hexadecimal";
        }

        return null;
    }

    public void Dispose() => _file.Dispose();

    private static bool Contains(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> hash)
    {
        while (!lines.IsEmpty)
        {
            var line = HashLine.Read(lines);
            if (line.Hash.AsSpan().SequenceEqual(hash))
                return true;
            lines = lines[line.Length..];
        }

        return false;
    }

    // The first line that starts there or behind it, and where the next one does.
    private (byte[] Hash, long End)? Next(long at, byte[] buffer)
    {
        var before = Math.Max(at - 1, 0);
        ReadOnlySpan<byte> bytes = buffer.AsSpan(0, RandomAccess.Read(_file, buffer, before));
        var start = 0;
        if (at > 0)
        {
            var end = bytes.IndexOf((byte)'\n');
            if (end >= LongestLine || (end < 0 && bytes.Length > LongestLine))
                throw new InvalidDataException();
            start = end < 0 ? bytes.Length : end + 1;
        }

        if (start >= bytes.Length)
            return null;
        var line = HashLine.Read(bytes[start..]);
        return (line.Hash, before + start + line.Length);
    }
}
