using System.Text.RegularExpressions;

namespace AuthKit.Docs.Tests;

/// <summary>What docs/asvs.md and docs/threat-model.md say can be looked up: the tests that they name are there, and no line of a chapter is missing.</summary>
public sealed partial class SecurityDocsTests
{
    private static readonly string[] Pages = ["asvs.md", "threat-model.md"];
    private static readonly string[] Statuses = ["met", "host", "not yet", "otherwise", "n/a"];

    /// <summary>The sections of the chapters that are listed whole, and how many lines each has (ASVS 5.0.0).</summary>
    private static readonly Dictionary<string, int> Whole = new()
    {
        ["6.1"] = 3, ["6.2"] = 12, ["6.3"] = 8, ["6.4"] = 6, ["6.5"] = 8, ["6.6"] = 4, ["6.7"] = 2, ["6.8"] = 4,
        ["7.1"] = 3, ["7.2"] = 4, ["7.3"] = 2, ["7.4"] = 5, ["7.5"] = 3, ["7.6"] = 2,
        ["9.1"] = 3, ["9.2"] = 4,
        ["10.1"] = 2, ["10.2"] = 3, ["10.3"] = 5, ["10.4"] = 16, ["10.5"] = 5, ["10.6"] = 2, ["10.7"] = 3,
    };

    private static readonly ILookup<string, string> Methods = Directory.EnumerateFiles(Path.Combine(Docs.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(File.ReadAllText)
        .SelectMany(static source => Fixture().Matches(source).SelectMany(fixture => Test().Matches(source), (fixture, test) => (Fixture: fixture.Groups["name"].Value, Test: test.Groups["name"].Value)))
        .ToLookup(static named => named.Fixture, static named => named.Test);

    [TestCaseSource(nameof(NamedTests))]
    public void A_test_that_is_named_is_there(string page, string fixture, string test) =>
        Assert.That(Methods[fixture], Does.Contain(test), $"{page} names {fixture}.{test}.");

    [Test]
    public void Tests_are_named_on_both_pages() => Assert.That(NamedTests().Select(named => named.Arguments[0]).Distinct(), Is.EquivalentTo(Pages));

    [Test]
    public void Every_line_of_the_chapters_that_bind_most_is_listed_once()
    {
        var listed = Lines().Select(line => line.Id).ToArray();

        Assert.That(listed.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key), Is.Empty, "Twice.");
        Assert.That(Whole.SelectMany(section => Enumerable.Range(1, section.Value).Select(number => $"{section.Key}.{number}")).Except(listed), Is.Empty, "Missing.");
        Assert.That(listed.Where(id => id.Split('.')[0] is "6" or "7" or "9" or "10" && int.Parse(id.Split('.')[2], null) > Whole.GetValueOrDefault(id[..id.LastIndexOf('.')])), Is.Empty, "There is no such line.");
    }

    [Test]
    public void Each_line_says_who_meets_it() => Assert.That(Lines().Where(line => !Statuses.Contains(line.Status)), Is.Empty);

    [TestCase("V6, V7, V9, V10", new[] { "6", "7", "9", "10" })]
    [TestCase("the others", new[] { "1", "2", "3", "4", "5", "8", "11", "12", "13", "14", "15", "16" })]
    public void The_sums_at_the_top_are_right(string name, string[] chapters)
    {
        var counted = Lines().Where(line => line.Level < 3 && chapters.Contains(line.Id.Split('.')[0])).ToLookup(line => line.Status);
        int[] sums = [counted.Sum(group => group.Key == "n/a" ? 0 : group.Count()), .. Statuses[..4].Select(status => counted[status].Count())];

        Assert.That(Read("asvs.md"), Does.Contain($"| {name} | {string.Join(" | ", sums)} |"));
    }

    private static IEnumerable<TestCaseData> NamedTests() =>
        from page in Pages
        from named in Named().Matches(Read(page))
        select new TestCaseData(page, named.Groups["fixture"].Value, named.Groups["test"].Value);

    private static IEnumerable<(string Id, int Level, string Status)> Lines() =>
        Line().Matches(Read("asvs.md")).Select(line => (line.Groups["id"].Value, int.Parse(line.Groups["level"].Value, null), line.Groups["status"].Value));

    private static string Read(string page) => File.ReadAllText(Path.Combine(Docs.Root, "docs", page));

    [GeneratedRegex(@"`(?!AuthKit\.)(?<fixture>[A-Z]\w*(?:Tests|Kit))\.(?<test>[A-Z]\w*)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\| (?<id>\d+\.\d+\.\d+) \| (?<level>\d) \| [^|]+ \| (?<status>[^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"\bclass (?<name>\w+(?:Tests|Kit))\b")]
    private static partial Regex Fixture();

    [GeneratedRegex(@"^    public (?:static )?(?:async )?[\w<>]+ (?<name>[A-Z]\w*)\(", RegexOptions.Multiline)]
    private static partial Regex Test();
}
