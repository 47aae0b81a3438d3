using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using static AuthKit.Contracts.Tests.External.Linking;

namespace AuthKit.Contracts.Tests.External;

/// <summary>The owner of an account says by a mailed link that an identity at a provider is theirs.</summary>
internal sealed class ConfirmationTests
{
    private const string Chosen = "another horse 8!";

    private static readonly ProviderToken Kim = new() { Email = Gmail };

    [Test]
    public async Task Then_the_provider_signs_in_and_the_owner_is_told()
    {
        await using var host = await StartAsync(Noticing);
        var pair = await RegisterProvedAsync(host);
        var link = await AskAsync(host, Facebook, Kim);

        var done = await ConfirmAsync(host, link);

        Assert.That(done.Body, Does.Contain("That is allowed now"));
        Assert.That(await SubjectAsync(host, await SignInAsync(host, Facebook, Kim)), Is.EqualTo(await SubjectAsync(host, pair.Access)));
        var told = await host.Mails.NextAsync();
        Assert.That((told.To, told.Subject), Is.EqualTo((Gmail, "A new way to sign in")));
        Assert.That(await pair.TryAsync(host), Is.EqualTo((200, 200)));
        AssertAsked(await TryAsync(host, Facebook, Kim with { Subject = "2002" }));
    }

    [Test]
    public async Task Opening_the_link_changes_nothing()
    {
        await using var host = await StartAsync();
        await RegisterProvedAsync(host);
        var link = await AskAsync(host, Facebook, Kim);
        using var browser = new Browser(host, "vi");

        var page = await browser.OpenAsync(link);
        await browser.OpenAsync(link);

        Assert.That(page.Body, Does.Contain("Đăng nhập bằng Facebook từ bây giờ?").And.Contain(Gmail).And.Not.Contain("type=\"password\""));
        AssertAsked(await TryAsync(host, Facebook, Kim));
    }

    [Test]
    public async Task No_other_site_can_say_it()
    {
        await using var host = await StartAsync();
        await RegisterProvedAsync(host);
        var link = await AskAsync(host, Facebook, Kim);
        using var browser = new Browser(host);

        var answer = await browser.PostAsync(link, []);

        Assert.That(answer.Status, Is.EqualTo(400));
        AssertAsked(await TryAsync(host, Facebook, Kim));
    }

    [Test]
    public async Task A_link_works_once_and_not_after_its_time()
    {
        await using var host = await StartAsync();
        await RegisterProvedAsync(host);
        var (used, late) = (await AskAsync(host, Facebook, Kim), await AskAsync(host, Facebook, Kim with { Subject = "2002" }));
        await ConfirmAsync(host, used);
        using var browser = new Browser(host);

        host.Clock.Advance(TimeSpan.FromHours(1));

        foreach (var link in new[] { used, late, "/link-account", "/link-account?token=nonsense" })
        {
            var answer = await browser.OpenAsync(link);
            Assert.That(answer.Status, Is.EqualTo(400));
            Assert.That(answer.Body, Does.Contain("This link is not valid."));
        }
    }

    [Test]
    public async Task A_reset_voids_the_links_that_wait()
    {
        await using var host = await StartAsync();
        await RegisterProvedAsync(host);
        var link = await AskAsync(host, Facebook, Kim);
        using var browser = new Browser(host);
        var form = await browser.OpenAsync(link);

        await LaravelSpeaker.ResetByMailAsync(host, Chosen, Gmail);

        Assert.That((await browser.SubmitAsync(form)).Status, Is.EqualTo(400));
        AssertAsked(await TryAsync(host, Facebook, Kim));
    }

    [Test]
    public async Task A_reset_s_link_is_none_of_these_and_the_other_way_round()
    {
        await using var host = await StartAsync();
        await RegisterProvedAsync(host);
        var link = await AskAsync(host, Facebook, Kim);
        await LaravelSpeaker.RequestResetAsync(host, Gmail);
        var reset = await host.Mails.NextTokenAsync(Gmail);
        using var browser = new Browser(host);

        Assert.That((await browser.OpenAsync($"/link-account?token={reset}")).Status, Is.EqualTo(400));
        Assert.That((await LaravelSpeaker.ResetAsync(host, link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..], Chosen, Gmail)).Status, Is.EqualTo(422));
    }

    [TestCase(Facebook)]
    [TestCase(Google)]
    public async Task Where_nobody_had_proved_the_address_the_password_is_needed_too(int type)
    {
        await using var host = await StartAsync();
        var before = await Pair.RegisterAsync(host, Gmail);
        var link = await AskAsync(host, type, Kim);

        var without = await ConfirmAsync(host, link);
        var wrong = await ConfirmAsync(host, link, ("password", Chosen));
        AssertAsked(await TryAsync(host, type, Kim));
        var right = await ConfirmAsync(host, link, ("password", Speaker.Password));

        Assert.That((without.Status, wrong.Status), Is.EqualTo((400, 400)));
        Assert.That(without.Body, Does.Contain("id=\"password-error\">Please fill this in."));
        Assert.That(wrong.Body, Does.Contain("The password is not correct.").And.Not.Contain(Chosen));
        Assert.That(right.Body, Does.Contain("That is allowed now"));
        await SignInAsync(host, type, Kim);
        Assert.That((await new LaravelSpeaker().SignInAsync(host, Gmail)).Status, Is.EqualTo(200), "The password stays.");
        Assert.That(await before.TryAsync(host), Is.EqualTo((401, 401)));
    }

    [Test]
    public async Task Guesses_at_that_password_count()
    {
        await using var host = await StartAsync(new() { Options = options => options.Lockout.MaxFailedAttempts = 2 });
        await Pair.RegisterAsync(host, Gmail);
        var link = await AskAsync(host, Facebook, Kim);

        for (var i = 0; i < 2; i++)
            await ConfirmAsync(host, link, ("password", Chosen));

        Assert.That((await ConfirmAsync(host, link, ("password", Speaker.Password))).Body, Does.Contain("The password is not correct."));
    }

    [Test]
    public async Task A_squatter_keeps_nothing_of_an_account_whose_owner_arrives_through_a_provider()
    {
        await using var host = await StartAsync();
        var squatter = await Pair.RegisterAsync(host, Gmail);
        await AskAsync(host, Google, Kim);

        await LaravelSpeaker.ResetByMailAsync(host, Chosen, Gmail);
        await SignInAsync(host, Google, Kim);

        Assert.That(await squatter.TryAsync(host), Is.EqualTo((401, 401)));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, Gmail)).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Mail_has_its_pause_here_too()
    {
        await using var host = await StartAsync(new() { Options = options => options.Mail.RecipientPause = TimeSpan.FromMinutes(1) });
        await Pair.RegisterAsync(host, Gmail);
        await AskAsync(host, Facebook, Kim);

        AssertAsked(await TryAsync(host, Facebook, Kim));

        await host.Logs.SaysAsync("A mail that was asked for is not sent");
        Assert.That(host.Mails.HasMore, Is.False);
    }
}
