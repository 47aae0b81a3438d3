using System.Text.RegularExpressions;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Coverage;

/// <summary>Each contract's page lists what the contract serves.</summary>
internal sealed partial class DocumentationTests
{
    [TestCaseSource(typeof(Speaker), nameof(Speaker.All))]
    public async Task The_page_lists_the_routes_that_are_served(Speaker speaker)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "contracts", $"{speaker.Contract}.md"));
        var listed = TableRow().Matches(page).Select(row => row.Groups["route"].Value.Replace("` with `", " ", StringComparison.Ordinal));

        var served = (await ServedRoutes.ListAsync()).Where(route => route.Contract == speaker.Contract).Select(route => route.ToString()[(speaker.Contract.Length + 1)..]);

        Assert.That(listed, Is.EquivalentTo(served));
    }

    [GeneratedRegex(@"^\| `(?<route>(GET|POST|PUT|PATCH|DELETE) [^|]+)` \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
