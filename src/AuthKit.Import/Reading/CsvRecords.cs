using System.Runtime.CompilerServices;
using CsvHelper;

namespace AuthKit.Import.Reading;

/// <summary>Reads a CSV file with a header (RFC 4180) of any size, one record at a time. Its separator is found out: a comma, a semicolon, a tab or a bar.</summary>
internal static class CsvRecords
{
    /// <summary>The longest record, in bytes; a longer one, as behind a quote that is never closed, ends the reading.</summary>
    private const int MostBytes = 1 << 20;

    private static readonly CsvReaderOptions Strict = new()
    {
        TrackLineNumbers = true,
        MaxRecordSize = MostBytes,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        IncludeValuesInExceptions = false,
    };

    /// <summary>The lines that records begin on; with each, the reader stands at it.</summary>
    /// <returns>The line, and the reader; null for it where nothing from that line on can be read.</returns>
    public static async IAsyncEnumerable<(long Line, CsvReader? Record)> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var csv = CsvReader.Create(file, Strict, leaveOpen: true);
        while (true)
        {
            var (isRecord, brokenAt) = await AdvanceAsync(csv, cancellationToken);
            if (brokenAt is { } line)
                yield return (line, null);
            if (!isRecord)
                yield break;
            yield return (csv.LineNumber, csv);
        }
    }

    private static async ValueTask<(bool IsRecord, long? BrokenAt)> AdvanceAsync(CsvReader csv, CancellationToken cancellationToken)
    {
        try
        {
            return (await csv.ReadAsync(cancellationToken), null);
        }
        catch (CsvFormatException e)
        {
            return (false, Math.Max(e.LineNumber, 1));
        }
    }
}
