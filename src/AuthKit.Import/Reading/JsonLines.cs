using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace AuthKit.Import.Reading;

/// <summary>Reads a file of lines with a JSON object each (NDJSON) of any size, one at a time; a line that is none ends nothing.</summary>
internal static class JsonLines
{
    /// <summary>The longest line, in bytes; a longer one ends the reading.</summary>
    private const int MostBytes = 1 << 20;

    public static async IAsyncEnumerable<JsonItem> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(file, new(leaveOpen: true));
        for (var (number, isLast) = (1L, false); !isLast;)
        {
            var read = await pipe.ReadAsync(cancellationToken);
            var (text, rest) = (read.Buffer, read.Buffer);
            while (TakeLine(ref rest, read.IsCompleted) is { } line)
            {
                using var item = Parse(line, out var isEmpty);
                if (!isEmpty)
                    yield return new(number, item?.RootElement);
                number++;
            }

            if (rest.Length > MostBytes)
            {
                yield return new(number, null, EndsReading: true);
                break;
            }

            isLast = read.IsCompleted;
            pipe.AdvanceTo(rest.Start, text.End);
        }

        await pipe.CompleteAsync();
    }

    private static ReadOnlySequence<byte>? TakeLine(ref ReadOnlySequence<byte> text, bool isLast)
    {
        if (text.PositionOf((byte)'\n') is { } end)
        {
            var line = text.Slice(0, end);
            text = text.Slice(text.GetPosition(1, end));
            return line;
        }

        if (!isLast || text.IsEmpty)
            return null;
        (var last, text) = (text, text.Slice(text.End));
        return last;
    }

    private static JsonDocument? Parse(ReadOnlySequence<byte> line, out bool isEmpty)
    {
        isEmpty = line.Length <= 2 && line.ToArray().All(static b => b is (byte)' ' or (byte)'\r' or (byte)'\t');
        if (isEmpty || line.Length > MostBytes)
            return null;
        try
        {
            var item = JsonDocument.Parse(line.ToArray());
            if (item.RootElement.ValueKind is JsonValueKind.Object)
                return item;
            item.Dispose();
        }
        catch (JsonException)
        {
            // Said by the absence of an object.
        }

        return null;
    }
}
