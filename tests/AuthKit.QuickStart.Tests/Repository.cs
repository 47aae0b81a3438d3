namespace AuthKit.QuickStart.Tests;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "AuthKit.sln")) ? folder.FullName : Find(folder.Parent!);
}
