using AuthKit.Contracts.Tests.Harness;
using AuthKit.TestSamples;

namespace AuthKit.Contracts.Tests.InBrowsers;

/// <summary>People at AuthKit's own pages, in the installed Chromium, which has a virtual authenticator. Pictures are left in <c>artifacts/pictures</c>.</summary>
[NonParallelizable]
internal sealed class ChromiumTests
{
    private const string Scripts = "AuthKit.Contracts.Tests/InBrowsers";
    private static readonly string Pictures = Path.Combine(Repository.Root, "artifacts", "pictures");

    [SetUp]
    public void RequireBrowser()
    {
        if (Environment.GetEnvironmentVariable("AUTHKIT_TEST_CHROMIUM") is null)
            Assert.Ignore("Set AUTHKIT_TEST_CHROMIUM to any value to run these alone: beside everything else on two processors, pages come later than their scripts wait for them.");
        Installed.RequireChromium();
        Installed.RequireNodePackage("playwright-core", Scripts, "eng/browser.sh");
    }

    [Test]
    public async Task A_passkey_is_made_used_offered_renamed_and_removed()
    {
        await using var host = await ChromiumHost.StartAsync();
        await TakeAsync("passkeys", host);
    }

    [Test]
    [Ignore("The host of these tests learns its port after the relying party of second factors was made, which does not know it.")]
    public async Task A_passkey_is_asked_for_beside_a_password()
    {
        await using var host = await ChromiumHost.StartAsync(passkeys => passkeys.SecondFactor = true);
        await TakeAsync("passkey-factor", host);
    }

    [Test]
    public async Task SimpleWebAuthn_registers_and_signs_in_by_the_routes()
    {
        await using var host = await ChromiumHost.StartAsync();
        await TakeAsync("simplewebauthn", host);
    }

    [TestCase("scripts")]
    [TestCase("no-scripts")]
    public async Task An_account_is_seen_to_on_its_page(string scripts)
    {
        await using var host = await ChromiumHost.StartAsync();
        await TakeAsync("account", host, scripts);
    }

    [Test]
    public async Task The_account_page_takes_a_keyboard_alone()
    {
        await using var host = await ChromiumHost.StartAsync();
        await TakeAsync("keyboard", host);
    }

    [Test]
    public async Task A_name_comes_first_and_tells_nothing()
    {
        await using var host = await ChromiumHost.StartAsync(pages: pages => pages.IdentifierFirst = true);
        await TakeAsync("identifier-first", host);
    }

    [TestCase("en", "light")]
    [TestCase("en", "dark")]
    [TestCase("vi", "light")]
    [TestCase("vi", "dark")]
    public async Task Every_page_fits_its_window_and_has_nothing_that_axe_finds(string language, string colours)
    {
        await using var host = await ChromiumHost.StartAsync();
        await TakeAsync("looks", host, language, colours);
    }

    private static Task TakeAsync(string script, TestHost host, params IEnumerable<string> more) =>
        new Script("node", $"{Scripts}/{script}.mjs").RunAsync([ChromiumHost.AddressOf(host), Pictures, .. more]);
}
