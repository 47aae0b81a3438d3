using System.Text.RegularExpressions;

namespace AuthKit.Architecture.Tests.Reading;

/// <summary>The rooms of Core, which are its folders, and which of them mention which.</summary>
internal static partial class Rooms
{
    private static readonly Dictionary<string, string> FoldersByType = (
        from file in Sources()
        from name in Declaration().Matches(file.Text).Select(match => match.Groups["name"].Value)
        select (Name: $"{Namespace().Match(file.Text).Groups["name"].Value}.{name}", file.Folder))
        .DistinctBy(type => type.Name)
        .ToDictionary(type => type.Name, type => type.Folder);

    /// <summary>
    /// Each pair of rooms of which the first mentions the second, in what was compiled or by a using directive: a constant
    /// leaves no trace in what was compiled.
    /// </summary>
    /// <param name="room">What a folder counts as; null where it counts as none.</param>
    public static IReadOnlySet<(string From, string To)> Arrows(Func<string, string?> room)
    {
        var compiled = from type in typeof(Command).Assembly.GetTypes()
                       where !type.IsNested && !type.IsGenerated
                       from mentioned in type.Mentions()
                       select (From: FolderOf(type), To: FolderOf(mentioned));
        var imported = from file in Sources()
                       from match in Import().Matches(file.Text)
                       select (From: (string?)file.Folder, To: (string?)match.Groups["folder"].Value.Replace('.', '/'));
        return compiled.Concat(imported)
            .Select(arrow => (From: Room(arrow.From), To: Room(arrow.To)))
            .Where(arrow => arrow.From is not null && arrow.To is not null && arrow.From != arrow.To)
            .Select(arrow => (arrow.From!, arrow.To!))
            .ToHashSet();

        string? Room(string? folder) => folder is null ? null : room(folder);
    }

    private static string? FolderOf(Type type) =>
        type.DeclaringType is { } outer ? FolderOf(outer)
        // The host's, who holds every room's in AuthKitOptions, which any room reads.
        : type.Name.EndsWith("Options", StringComparison.Ordinal) ? null
        : type.Assembly == typeof(Command).Assembly ? FoldersByType.GetValueOrDefault($"{type.Namespace}.{type.Name.Split('`')[0]}")
        : null;

    private static IEnumerable<(string Folder, string Text)> Sources() =>
        from file in House.Sources("AuthKit.Core")
        let folder = Path.GetDirectoryName(Path.GetRelativePath(Path.Combine(House.Root, "src", "AuthKit.Core"), file))!
        select (folder.Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllText(file));

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:\w+ )*(?:class|struct|record|interface|enum) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^using AuthKit\.(?<folder>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Import();
}
