using AuthKit.Architecture.Tests.PublicApi;
using AuthKit.Architecture.Tests.Reading;

namespace AuthKit.Architecture.Tests;

/// <summary>What hosts may call changes only where somebody has said so, in <c>PublicApi/*.txt</c>.</summary>
public sealed class PublicApiTests
{
    private static readonly string Folder = Path.Combine(House.Root, "tests", "AuthKit.Architecture.Tests", "PublicApi");

    private static IEnumerable<string> Projects => House.Projects;

    [TestCaseSource(nameof(Projects))]
    public void The_public_API_is_the_accepted_one(string project)
    {
        string[] actual = [.. ApiText.Of(House.Load(project))];
        if (actual.Length == 0)
            Assert.Ignore($"{project} is empty in this dependency set.");
        var file = Path.Combine(Folder, $"{project}.txt");
        if (Environment.GetEnvironmentVariable("AUTHKIT_ACCEPT_PUBLIC_API") == "1")
            File.WriteAllText(file, string.Join('\n', actual) + "\n");
        string[] accepted = File.Exists(file) ? File.ReadAllLines(file) : [];
        string[] changes = [.. Changes([.. Located(accepted)], [.. Located(actual)])];
        if (changes.Length > 0)
            Assert.Fail($"{string.Join('\n', changes)}\nIf this is meant, run eng/accept-public-api.sh and commit what it writes.");
    }

    [Test]
    public void Every_baseline_has_an_assembly() =>
        Assert.That(Directory.GetFiles(Folder, "*.txt").Select(Path.GetFileNameWithoutExtension), Is.SubsetOf(House.Projects));

    private static IEnumerable<string> Changes(string[] accepted, string[] actual) =>
        accepted.Except(actual).Select(line => $"removed: {line}").Concat(actual.Except(accepted).Select(line => $"added: {line}"));

    // Members are indented below their type; a line alone would not say whose it is.
    private static IEnumerable<string> Located(IEnumerable<string> lines)
    {
        var type = "";
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            if (line[0] != ' ')
                type = line;
            yield return line[0] == ' ' ? $"{line.Trim()} [{type}]" : line;
        }
    }
}
