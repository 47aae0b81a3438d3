using System.Reflection;

namespace AuthKit.Architecture.Tests.Reading;

/// <summary>The library, as its sources lie on disk and as it was built.</summary>
internal static class House
{
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    /// <summary>The projects under src, by name, without the one that packs AuthKit.nuspec: it has no code.</summary>
    public static IReadOnlyList<string> Projects { get; } =
    [
        .. Directory.GetDirectories(Path.Combine(Root, "src"))
            .Select(folder => Path.GetFileName(folder))
            .Where(name => name != "AuthKit" && File.Exists(ProjectFile(name)))
            .Order(StringComparer.Ordinal),
    ];

    public static IEnumerable<Type> Types => Projects.SelectMany(project => Load(project).GetTypes());

    public static string ProjectFile(string project) => Path.Combine(Root, "src", project, $"{project}.csproj");

    public static Assembly Load(string project) => Assembly.Load(project);

    /// <summary>The C# files of one project, or of all, without what the build generates.</summary>
    public static IEnumerable<string> Sources(string project = "")
    {
        var folder = Path.Combine(Root, "src", project);
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
    }

    public static string Relative(string file) => Path.GetRelativePath(Root, file);

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "AuthKit.sln")) ? folder.FullName : Find(folder.Parent!);
}
