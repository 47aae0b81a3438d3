using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Contracts.Tests.Features;

/// <summary>What contracts and pages say of addresses that are to be confirmed.</summary>
internal sealed class EmailConfirmationTests
{
    private const string Other = "another horse 8!";
    private const string New = "bert@example.com";

    private static HostPlan Adding { get; } = new() { Build = authKit => authKit.AddEmailConfirmation() };

    private static HostPlan Required { get; } = Adding with { Options = options => options.Accounts.RequireConfirmedEmail = true };

    private static HostPlan Hiding { get; } = Required with { Options = options => (options.Accounts.RequireConfirmedEmail, options.Accounts.HideExistingAccounts) = (true, true) };

    private static IEnumerable<Speaker> Speakers => Speaker.All;

    private static IEnumerable<Speaker> OfPasswords => Speaker.OfPasswords;

    [TestCaseSource(nameof(Speakers))]
    public async Task A_registration_of_an_address_that_has_an_account_is_answered_to_the_byte_as_another(Speaker speaker)
    {
        await using var host = await TestHost.StartAsync(Hiding);
        var first = await speaker.RegisterAsync(host);
        var link = await host.Mails.NextLinkAsync(Speaker.Email);
        await ConfirmAsync(host, link);

        var again = await speaker.RegisterAsync(host, password: Other);
        var another = await speaker.RegisterAsync(host, New, Other);

        Assert.That(first.Status, Is.InRange(200, 299), first.Body);
        Assert.That((again.Status, again.Body, Headers(again)), Is.EqualTo((another.Status, another.Body.Replace(New, Speaker.Email, StringComparison.Ordinal), Headers(another))));
        Assert.That((again.Status, again.Body), Is.EqualTo((first.Status, first.Body)));
        var mails = new[] { await host.Mails.NextAsync(), await host.Mails.NextAsync() }.OrderBy(mail => mail.To, StringComparer.Ordinal).ToList();
        Assert.That(mails.Select(mail => (mail.To, mail.Subject)), Is.EqualTo(new[] { (Speaker.Email, "You have an account already"), (New, "Confirm your email address") }));
    }

    [Test]
    public async Task Whose_document_answers_with_tokens_answers_without_where_sign_in_waits()
    {
        await using var host = await TestHost.StartAsync(Required);

        var laravel = await new LaravelSpeaker().RegisterAsync(host);
        var account = await host.PostJsonAsync("/account/register", """{"email":"bert@example.com","password":"correct horse 7!"}""");

        Assert.That((laravel.Status, laravel.Body), Is.EqualTo((200, """{"data":null,"message":"We have e-mailed a link to confirm your email address!","errors":{},"code":200}""")));
        Assert.That((account.Status, account.Body), Is.EqualTo((201, "")));
    }

    [TestCaseSource(nameof(OfPasswords))]
    public async Task A_right_password_is_told_what_it_waits_for_and_a_wrong_one_is_not(Speaker speaker)
    {
        await using var host = await TestHost.StartAsync(Required);
        await speaker.RegisterAsync(host);
        var link = await host.Mails.NextLinkAsync(Speaker.Email);

        var right = await speaker.SignInAsync(host);
        var wrong = await speaker.SignInAsync(host, password: Other);
        await ConfirmAsync(host, link);
        var confirmed = await speaker.SignInAsync(host);

        Assert.That((right.Status, wrong.Status, confirmed.Status), Is.EqualTo((403, 401, 200)), right.Body);
        Assert.That(right.Body, Does.Contain(speaker.Contract == "connect" ? "11" : "The e-mail address is not confirmed yet."));
        Assert.That(wrong.Body, Does.Not.Contain("confirmed"));
    }

    [Test]
    public async Task Opening_the_link_confirms_nothing_and_no_other_site_can_say_it()
    {
        await using var host = await TestHost.StartAsync(Required);
        await new LaravelSpeaker().RegisterAsync(host);
        var link = await host.Mails.NextLinkAsync(Speaker.Email);
        Assert.That(link.GetLeftPart(UriPartial.Path), Is.EqualTo($"{TestHost.Issuer}/confirm-email"));
        using var browser = new Browser(host, "vi");

        var page = await browser.OpenAsync(link.PathAndQuery);
        await browser.OpenAsync(link.PathAndQuery);
        var forged = await browser.PostAsync("/confirm-email", ("token", RecordingMailer.TokenIn(link)));

        Assert.That(page.Body, Does.Contain("Xác nhận địa chỉ email của bạn").And.Contain(Speaker.Email));
        Assert.That(forged.Status, Is.EqualTo(400));
        Assert.That((await new LaravelSpeaker().SignInAsync(host)).Status, Is.EqualTo(403));
        Assert.That((await browser.SubmitAsync(page)).Body, Does.Contain("đã được xác nhận"));
        Assert.That((await new LaravelSpeaker().SignInAsync(host)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_link_that_does_not_count_offers_another()
    {
        await using var host = await TestHost.StartAsync(Required);
        await new LaravelSpeaker().RegisterAsync(host);
        await host.Mails.NextAsync();
        using var browser = new Browser(host);

        var invalid = await browser.OpenAsync("/confirm-email?token=nonsense");
        var sent = await browser.SubmitAsync(invalid, ("email", Speaker.Email));
        var done = await browser.SubmitAsync(await browser.OpenAsync((await host.Mails.NextLinkAsync(Speaker.Email)).PathAndQuery));

        Assert.That(invalid.Status, Is.EqualTo(400));
        Assert.That(invalid.Body, Does.Contain("This link is not valid."));
        Assert.That(sent.Body, Does.Contain("Check your email").And.Not.Contain(Speaker.Email));
        Assert.That(done.Body, Does.Contain("Your email address is confirmed"));
    }

    [Test]
    public async Task The_pages_of_sign_up_and_sign_in_say_what_comes_next()
    {
        await using var host = await PageHost.StartAsync(Hiding);
        using var browser = new Browser(host);
        var (fields, other) = ((("email", Speaker.Email), ("password", Speaker.Password)), (("email", Speaker.Email), ("password", Other)));

        var registered = await browser.SubmitAsync(await browser.OpenAsync("/signup"), fields.Item1, fields.Item2);
        var link = await host.Mails.NextLinkAsync(Speaker.Email);
        await ConfirmAsync(host, link);
        var again = await browser.SubmitAsync(await browser.OpenAsync("/signup"), other.Item1, other.Item2);

        Assert.That(registered.Body, Does.Contain("Check your email").And.Contain("Open it, then sign in."));
        Assert.That(again.Body, Is.EqualTo(registered.Body));
        Assert.That((await browser.SignInAsync(await browser.OpenAsync("/signin"))).Body, Does.Contain("You are signed in"));
    }

    [Test]
    public async Task The_sign_in_page_tells_whoever_has_the_password_what_it_waits_for()
    {
        await using var host = await PageHost.StartAsync(Required);
        await PageHost.RegisterAsync(host, Speaker.Email);
        using var browser = new Browser(host);

        var refused = await browser.SignInAsync(await browser.OpenAsync("/signin"));
        var wrong = await browser.SignInAsync(await browser.OpenAsync("/signin"), Other);

        Assert.That(refused.Body, Does.Contain("Confirm your email address first").And.Contain("href=\"/confirm-email\""));
        Assert.That(wrong.Body, Does.Not.Contain("Confirm your email address first"));
    }

    [Test]
    public async Task A_change_is_taken_back_on_a_page_that_opening_changes_nothing()
    {
        await using var host = await TestHost.StartAsync(Adding);
        var pair = await Pair.RegisterAsync(host);
        await ConfirmAsync(host, await host.Mails.NextLinkAsync(Speaker.Email));
        await host.PostJsonAsync("/account/email/change", $$"""{"email":"{{New}}","currentPassword":"{{Speaker.Password}}"}""", Requests.Bearer(pair.Access));
        var changing = await host.Mails.NextLinkAsync(New);
        using var browser = new Browser(host);
        var asked = await browser.OpenAsync(changing.PathAndQuery);
        await browser.SubmitAsync(asked);
        var undoing = await host.Mails.NextLinkAsync(Speaker.Email);

        var page = await browser.OpenAsync(undoing.PathAndQuery);
        Assert.That((await new LaravelSpeaker().SignInAsync(host, New)).Status, Is.EqualTo(200));
        var done = await browser.SubmitAsync(page);

        Assert.That(asked.Body, Does.Contain("Your account will have this address from now on"));
        Assert.That(undoing.GetLeftPart(UriPartial.Path), Is.EqualTo($"{TestHost.Issuer}/undo-email-change"));
        Assert.That(done.Body, Does.Contain("Your account is yours again"));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, New)).Status, Is.EqualTo(401));
        Assert.That((await host.Mails.NextLinkAsync(Speaker.Email)).AbsolutePath, Is.EqualTo("/reset-password"));
    }

    [TestCase("/api/v1/email/confirm")]
    [TestCase("/confirm-email")]
    [TestCase("/undo-email-change")]
    public async Task Without_the_feature_nothing_of_it_is_there(string path) =>
        Assert.That((await (await SharedHost.GetAsync()).PostJsonAsync(path, "{}")).Status, Is.EqualTo(404));

    [Test]
    public void A_host_that_requires_it_without_adding_it_does_not_start() =>
        Assert.That(() => TestHost.StartAsync(new() { Options = options => options.Accounts.RequireConfirmedEmail = true }), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("AddEmailConfirmation()"));

    private static string Headers(Answer answer) => string.Join('\n', answer.Headers.Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal));

    private static async Task ConfirmAsync(TestHost host, Uri link)
    {
        using var browser = new Browser(host);
        Assert.That((await browser.SubmitAsync(await browser.OpenAsync(link.PathAndQuery))).Body, Does.Contain("Your email address is confirmed"));
    }
}
