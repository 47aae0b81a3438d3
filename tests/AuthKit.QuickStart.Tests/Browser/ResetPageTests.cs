namespace AuthKit.QuickStart.Tests.Browser;

public sealed class ResetPageTests : QuickStartFixture
{
    private const string NewPassword = "another horse 8!";
    private const string Scripts = "AuthKit.QuickStart.Tests/Browser";

    [SetUp]
    public void RequireBrowser()
    {
        Installed.RequireChromium();
        Installed.RequireNodePackage("playwright-core", Scripts, "eng/browser.sh");
    }

    [Test]
    public async Task A_mailed_link_sets_a_password_once()
    {
        await using var host = await QuickStartProcess.StartAsync(Folder);
        using var outbox = new Outbox(Folder);
        await host.PostAsync("/api/v1/register", new { name = "Anna", email = "anna@example.com", password = Password });
        await host.PostAsync("/api/v1/password/email", new { email = "anna@example.com" });
        var link = await outbox.LinkAsync();

        var weak = await ResetAsync(link, "12345678");
        var first = await ResetAsync(link, NewPassword);
        var second = await ResetAsync(link, "a third horse 9!");
        var (old, _) = await host.PostAsync("/api/v1/login", new { email = "anna@example.com", password = Password });
        var (chosen, _) = await host.PostAsync("/api/v1/login", new { email = "anna@example.com", password = NewPassword });

        Assert.Multiple(() =>
        {
            Assert.That(weak, Is.EqualTo("New password: This password is too common. Choose another one."));
            Assert.That(first, Is.EqualTo("You can sign in with it now."));
            Assert.That(second, Is.EqualTo("This link is not valid. It may have expired or been used."));
            Assert.That(old, Is.EqualTo(401));
            Assert.That(chosen, Is.EqualTo(200));
        });
    }

    [Test]
    public async Task A_token_made_of_markup_stays_text()
    {
        await using var host = await QuickStartProcess.StartAsync(Folder);

        var said = await ResetAsync($"{host.Address}/reset-password?token=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", NewPassword);

        Assert.That(said, Is.EqualTo("This link is not valid. It may have expired or been used."));
    }

    private Task<string> ResetAsync(string link, string password) =>
        new Script("node", $"{Scripts}/reset-password.mjs").RunAsync(link, password, Path.Combine(Folder, "reset-password.png"));
}
