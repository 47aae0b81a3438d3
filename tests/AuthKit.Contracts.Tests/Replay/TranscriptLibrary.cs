namespace AuthKit.Contracts.Tests.Replay;

/// <summary>The transcripts that were copied beside this assembly.</summary>
internal static class TranscriptLibrary
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Transcripts");

    public static IReadOnlyList<Transcript> All { get; } =
        [.. Directory.EnumerateFiles(Root, "*.http", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>A transcript, and before it those that it builds on.</summary>
    public static IEnumerable<Transcript> WithPrelude(Transcript transcript) =>
        transcript.After is { } after ? WithPrelude(All.Single(other => other.Path == Sibling(transcript, after))).Append(transcript) : [transcript];

    private static string Sibling(Transcript transcript, string name) => transcript.Path[..(transcript.Path.LastIndexOf('/') + 1)] + name;

    private static Transcript Read(string file) =>
        TranscriptParser.Parse(Path.ChangeExtension(Path.GetRelativePath(Root, file), null).Replace('\\', '/'), File.ReadAllText(file));
}
