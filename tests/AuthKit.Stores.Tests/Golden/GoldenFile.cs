using NUnit.Framework;

namespace AuthKit.Stores.Tests.Golden;

/// <summary>
/// A text that is kept beside the tests, so that a reviewer sees what changes in it. Where the environment variable
/// <c>AUTHKIT_ACCEPT_GOLDEN</c> is 1, the tests write the files anew instead of comparing them:
/// <c>AUTHKIT_ACCEPT_GOLDEN=1 dotnet test tests/AuthKit.Stores.Tests --filter Golden</c>.
/// </summary>
internal static class GoldenFile
{
    private static readonly string Folder = Path.Combine(FindRoot(new(AppContext.BaseDirectory)), "tests", "AuthKit.Stores.Tests", "Golden");

    private static bool Accepts => Environment.GetEnvironmentVariable("AUTHKIT_ACCEPT_GOLDEN") == "1";

    /// <summary>Compares a text with the file, to the letter.</summary>
    /// <param name="name">The file's name under this folder.</param>
    /// <param name="text">What the program says now.</param>
    /// <param name="released">Whether the text was released, so that nothing may write it anew.</param>
    public static void Compare(string name, string text, bool released = false)
    {
        var path = Path.Combine(Folder, name);
        if (Accepts && !released)
            File.WriteAllText(path, text);
        Assert.That(text, Is.EqualTo(File.ReadAllText(path)), released
            ? $"{name} was released: databases have it. What derives it is wrong, not the file."
            : $"{name} differs. Where that is meant, run the test with AUTHKIT_ACCEPT_GOLDEN=1 and commit the file.");
    }

    private static string FindRoot(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "AuthKit.sln")) ? folder.FullName : FindRoot(folder.Parent!);
}
