using System.Text.RegularExpressions;

namespace AuthKit.Docs.Tests;

/// <summary>Every block of C# in the README and in docs/ compiles as it is printed, and what is more than a call or two is run by the tests here.</summary>
public sealed partial class CompiledDocsTests
{
    private static readonly string[] Run = ["docs/extending.md", "docs/pages.md", "docs/entity-framework.md"];

    private static readonly string Code = string.Join('\n', new[] { "samples", "tests", "src" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Docs.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(file => Squeeze(File.ReadAllText(file))));

    // What clients of the server add, and what the blocks that show it compile with.
    private static readonly string[] OfOthers =
    [
        "Duende.IdentityModel.OidcClient", "Microsoft.AspNetCore.Authentication.JwtBearer", "Microsoft.AspNetCore.Authentication.OpenIdConnect",
        "OpenIddict.Validation.AspNetCore", "OpenIddict.Validation.SystemNetHttp",
    ];

    [TestCaseSource(nameof(Blocks))]
    public void It_compiles_as_it_is_printed(string page, int number)
    {
        var text = Docs.Read(page);
        Assert.That(PrintedCode.ObjectionsTo(PrintedCode.Compile(Docs.Root, text, PrintedCode.BlocksOf(text)[number])), Is.Empty);
    }

    [TestCaseSource(nameof(RunBlocks))]
    public void It_is_code_that_tests_run(string page, int number)
    {
        var block = PrintedCode.BlocksOf(Docs.Read(page))[number];
        Assert.That(Code.Contains(Squeeze(Using().Replace(block, "")), StringComparison.Ordinal), $"{page} shows code that is nowhere:\n{block}");
    }

    [Test]
    public void The_docs_show_code() => Assert.That(Blocks().Count(), Is.GreaterThan(25));

    [Test]
    public void Every_package_that_is_to_be_added_is_packed() => Assert.Multiple(() =>
    {
        var packed = Directory.EnumerateFiles(Path.Combine(Docs.Root, "src"), "AuthKit*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToList();
        foreach (var page in Docs.Pages)
        {
            foreach (Match line in AddPackage().Matches(Docs.Read(page)).Where(line => !OfOthers.Contains(line.Groups["package"].Value)))
                Assert.That(packed, Does.Contain(line.Groups["package"].Value), page);
        }

        Assert.That(AddPackage().IsMatch(Docs.Read("README.md")));
    });

    private static IEnumerable<TestCaseData> Blocks() =>
        from page in Docs.Pages
        from number in Enumerable.Range(0, PrintedCode.BlocksOf(Docs.Read(page)).Count)
        select new TestCaseData(page, number).SetArgDisplayNames(page, $"block {number + 1}");

    private static IEnumerable<TestCaseData> RunBlocks() => Blocks().Where(block => Run.Contains(block.Arguments[0]));

    // Indentation and blank lines may differ.
    private static string Squeeze(string code) =>
        string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    [GeneratedRegex(@"^using [\w.]+;\n", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"dotnet add package (?<package>[\w.]+)")]
    private static partial Regex AddPackage();
}
