namespace AuthKit.Contracts.Tests.Replay;

/// <summary>The transcripts that were copied beside this assembly.</summary>
internal static class TranscriptLibrary
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Transcripts");

    /// <summary>Those of the contracts.</summary>
    public static IReadOnlyList<Transcript> All => Whole[false];

    /// <summary>Those of features: a folder for each, and in it a file for each contract.</summary>
    public static IReadOnlyList<Transcript> Features => Whole[true];

    private static Dictionary<bool, List<Transcript>> Whole { get; } =
        new[] { false, true }.ToDictionary(static isFeature => isFeature, static isFeature => Everything().Where(transcript => transcript.Path.StartsWith("features/", StringComparison.Ordinal) == isFeature).ToList());

    /// <summary>A transcript, and before it those that it builds on.</summary>
    public static IEnumerable<Transcript> WithPrelude(Transcript transcript) =>
        transcript.After is { } after ? WithPrelude(All.Concat(Features).Single(other => other.Path == Sibling(transcript, after))).Append(transcript) : [transcript];

    private static IEnumerable<Transcript> Everything() => Directory.EnumerateFiles(Root, "*.http", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read);

    private static string Sibling(Transcript transcript, string name) => transcript.Path[..(transcript.Path.LastIndexOf('/') + 1)] + name;

    private static Transcript Read(string file) =>
        TranscriptParser.Parse(Path.ChangeExtension(Path.GetRelativePath(Root, file), null).Replace('\\', '/'), File.ReadAllText(file));
}
