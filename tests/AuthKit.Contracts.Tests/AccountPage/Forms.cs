using System.Net;
using System.Text.RegularExpressions;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;

namespace AuthKit.Contracts.Tests.AccountPage;

/// <summary>The forms of a page that has several.</summary>
internal static partial class Forms
{
    public static IEnumerable<Form> Of(Answer page) => Whole().Matches(page.Body).Select(static form => new Form(
        WebUtility.HtmlDecode(form.Groups["action"].Value),
        [.. Fields().Matches(form.Value).Select(static field => (WebUtility.HtmlDecode(field.Groups["name"].Value), WebUtility.HtmlDecode(field.Groups["value"].Value)))]));

    [GeneratedRegex("""<form method="post" action="(?<action>[^"]*)">.*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Whole();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)">""")]
    private static partial Regex Fields();
}
