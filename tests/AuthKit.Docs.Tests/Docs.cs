namespace AuthKit.Docs.Tests;

/// <summary>The pages, by their paths in the repository.</summary>
internal static class Docs
{
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    public static IEnumerable<string> Pages =>
        Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Root, "README.md"))
            .Select(page => Path.GetRelativePath(Root, page).Replace('\\', '/'));

    public static string Read(string page) => File.ReadAllText(Path.Combine(Root, page));

    private static string Find(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "AuthKit.sln")) ? folder.FullName : Find(folder.Parent!);
}
