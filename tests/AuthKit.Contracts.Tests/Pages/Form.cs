using System.Net;
using System.Text.RegularExpressions;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>The form of a page.</summary>
internal sealed partial record Form(string Action, IReadOnlyList<(string Name, string Value)> Hidden)
{
    public string this[string name] => Hidden.Single(field => field.Name == name).Value;

    public static Form Of(Answer page)
    {
        var form = Whole().Match(page.Body);
        Assert.That(form.Success, Is.True, $"There is no form on the page ({page.Status}): {page.Body}{page.Header("Location")}");
        return new(
            WebUtility.HtmlDecode(form.Groups["action"].Value),
            [.. Fields().Matches(form.Value).Select(field => (WebUtility.HtmlDecode(field.Groups["name"].Value), WebUtility.HtmlDecode(field.Groups["value"].Value)))]);
    }

    /// <summary>The form without one of its fields.</summary>
    public IEnumerable<(string Name, string Value)> Without(string name) => Hidden.Where(field => field.Name != name);

    [GeneratedRegex("""<form method="post" action="(?<action>[^"]*)">.*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Whole();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)">""")]
    private static partial Regex Fields();
}
