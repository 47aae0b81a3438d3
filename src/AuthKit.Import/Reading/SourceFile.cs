using System.IO.Pipelines;

namespace AuthKit.Import.Reading;

/// <summary>What kind of file it is, by how it begins.</summary>
internal enum SourceKind
{
    Csv,
    JsonArray,
    JsonObject,
}

/// <summary>A file whose kind was looked at.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Content">The file from its beginning, behind a byte order mark.</param>
internal sealed record SourceFile(SourceKind Kind, Stream Content)
{
    private const int LookBytes = 512;

    public static async Task<SourceFile> OpenAsync(Stream file, CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(file, new(leaveOpen: true, minimumReadSize: LookBytes));
        var read = await pipe.ReadAtLeastAsync(LookBytes, cancellationToken);
        var mark = HasMark(read.Buffer.FirstSpan) ? 3 : 0;
        var kind = KindOf(read.Buffer.Slice(mark).FirstSpan);
        pipe.AdvanceTo(read.Buffer.GetPosition(mark));
        return new(kind, pipe.AsStream(leaveOpen: true));
    }

    private static bool HasMark(ReadOnlySpan<byte> text) => text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);

    private static SourceKind KindOf(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8) switch
    {
        [(byte)'[', ..] => SourceKind.JsonArray,
        [(byte)'{', ..] => SourceKind.JsonObject,
        _ => SourceKind.Csv,
    };
}
