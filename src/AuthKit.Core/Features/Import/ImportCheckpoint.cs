namespace AuthKit.Features.Import;

/// <summary>How far an import has come.</summary>
/// <param name="Source">Where the accounts come from.</param>
/// <param name="LastLine">SHA-256 of the source id of the last line that was done, by which another file is noticed.</param>
/// <param name="Report">What became of the lines that are done.</param>
/// <param name="WrittenAt">When the last batch was done.</param>
internal sealed record ImportCheckpoint(string Source, byte[] LastLine, ImportReport Report, DateTimeOffset WrittenAt);
