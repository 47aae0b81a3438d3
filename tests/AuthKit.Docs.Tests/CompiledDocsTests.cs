using System.Text.RegularExpressions;

namespace AuthKit.Docs.Tests;

/// <summary>Every block of C# in the README and in docs/ stands, line for line, in code that is compiled here.</summary>
public sealed partial class CompiledDocsTests
{
    private static readonly string Code = string.Join('\n', new[] { "samples", "tests", "src" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(file => Squeeze(File.ReadAllText(file))));

    [TestCaseSource(nameof(Blocks))]
    public void A_block_is_compiled_code(string page, string block) =>
        Assert.That(Code.Contains(Squeeze(block), StringComparison.Ordinal), $"{page} shows code that is compiled nowhere:\n{block}");

    [Test]
    public void The_docs_show_code() => Assert.That(Blocks().Count(), Is.GreaterThan(8));

    private static IEnumerable<TestCaseData> Blocks() =>
        from page in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Repository.Root, "README.md"))
        let name = Path.GetRelativePath(Repository.Root, page)
        from block in CSharp().Matches(File.ReadAllText(page)).Select((match, index) => (Text: match.Groups["code"].Value, Number: index + 1))
        select new TestCaseData(name, block.Text).SetArgDisplayNames(name, $"block {block.Number}");

    // Indentation and blank lines may differ.
    private static string Squeeze(string code) =>
        string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();
}
