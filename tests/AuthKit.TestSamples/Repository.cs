namespace AuthKit.TestSamples;

/// <summary>Where the sources are.</summary>
public static class Repository
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "AuthKit.sln")) ? folder.FullName : Find(folder.Parent!);
}
