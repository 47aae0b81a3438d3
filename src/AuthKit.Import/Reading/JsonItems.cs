using System.Runtime.CompilerServices;

namespace AuthKit.Import.Reading;

/// <summary>Reads the objects of an array out of a JSON file of any size, one at a time.</summary>
internal static class JsonItems
{
    /// <summary>The longest object, in bytes; a longer one ends the reading.</summary>
    private const int MostBytes = 1 << 20;
    private const int FirstBytes = 64 * 1024;

    /// <summary>The objects.</summary>
    /// <param name="file">The file.</param>
    /// <param name="member">The member of the object at the root that the array is of; it may be at the root itself.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async IAsyncEnumerable<JsonItem> ReadAsync(Stream file, string? member, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var scanner = new JsonScanner(member);
        var (buffer, length, line) = (new byte[FirstBytes], 0, 1L);
        for (var isLast = false; !isLast;)
        {
            if (length >= MostBytes)
            {
                yield return new(line, null, EndsReading: true);
                yield break;
            }

            if (length == buffer.Length)
                Array.Resize(ref buffer, 2 * length);

            var more = await file.ReadAsync(buffer.AsMemory(length), cancellationToken);
            (length, isLast) = (length + more, more == 0);
            var done = 0;
            for (var found = JsonScanner.Found.Item; found is JsonScanner.Found.Item;)
            {
                found = scanner.Read(buffer.AsSpan(done, length - done), isLast, out var read, out var start, out var item);
                using (item)
                {
                    if (found is JsonScanner.Found.Item)
                        yield return new(line + Breaks(buffer.AsSpan(done, start)), item?.RootElement);
                }

                if (found is JsonScanner.Found.Broken)
                {
                    yield return new(scanner.BrokenLine, null, EndsReading: true);
                    yield break;
                }

                line += Breaks(buffer.AsSpan(done, read));
                done += read;
            }

            buffer.AsSpan(done, length - done).CopyTo(buffer);
            length -= done;
        }

        if (!scanner.HasArray)
            yield return new(line, null, EndsReading: true);
    }

    private static int Breaks(ReadOnlySpan<byte> text) => text.Count((byte)'\n');
}
