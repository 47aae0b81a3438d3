using System.Text.RegularExpressions;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>ASVS 5.0 §6.2.6 and §6.2.7: nobody reads a password over a shoulder, and nobody has to type one.</summary>
internal sealed partial class PasswordFieldTests
{
    [TestCase("/signin", "current-password")]
    [TestCase("/signup", "new-password")]
    [TestCase("/reset-password?token=x", "new-password")]
    public async Task Every_password_field_is_masked_and_open_to_password_managers(string path, string autoComplete)
    {
        await using var host = await PageHost.StartAsync();

        var page = (await host.GetAsync(path)).Body;

        var field = Fields().Matches(page).Single(input => input.Value.Contains("name=\"password\"", StringComparison.Ordinal)).Value;
        Assert.That(field, Does.Contain("type=\"password\"").And.Contain($"autocomplete=\"{autoComplete}\"").And.Not.Contain("maxlength").And.Not.Contain("readonly"));
        Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("onpaste"));
    }

    [GeneratedRegex("<input [^>]*>")]
    private static partial Regex Fields();
}
