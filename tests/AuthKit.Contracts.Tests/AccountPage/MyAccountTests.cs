using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Contracts.Tests.TwoFactor;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.AccountPage;

/// <summary>Owners see to their accounts themselves.</summary>
internal sealed class MyAccountTests
{
    [Test]
    public async Task Whoever_is_not_signed_in_signs_in_first_and_comes_back_to_the_part()
    {
        await using var host = await OwnerPage.StartAsync();
        using var browser = new Browser(host);

        var page = await browser.SignInAsync(await browser.OpenAsync(OwnerPage.Address("password")));

        Assert.That(page.Body, Does.Contain("name=\"currentPassword\""));
    }

    [Test]
    public async Task It_has_the_parts_of_the_features_that_are_there_and_no_other()
    {
        await using var host = await PageHost.WithAccountAsync(new() { Build = builder => builder.AddAccountPage().AddTwoFactor() });
        using var owner = await OwnerPage.SignInAsync(host);

        var page = await owner.OpenAsync();

        Assert.That(page.Body, Does.Contain("part=profile").And.Contain("part=password").And.Contain("part=two-step").And.Not.Contain("part=passkeys").And.Not.Contain("part=email"));
        Assert.That((await owner.OpenAsync("passkeys")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Without_it_there_is_no_page()
    {
        await using var host = await PageHost.StartAsync(new() { Build = builder => builder.AddTwoFactor() });

        Assert.That((await host.GetAsync("/my-account")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_session_that_has_ended_shows_nothing()
    {
        await using var host = await OwnerPage.StartAsync();
        using var owner = await OwnerPage.SignInAsync(host);
        using var thief = await OwnerPage.SignInAsync(host);

        await owner.ActAsync("password", "change", ("currentPassword", Speaker.Password), ("newPassword", "another horse 8!"));

        Assert.That((await thief.OpenAsync("profile")).Body, Does.Contain("current-password").And.Not.Contain("name=\"givenName\""), "It is the sign-in page.");
        Assert.That((await owner.OpenAsync("profile")).Body, Does.Contain("name=\"givenName\""), "The owner stays.");
    }

    [Test]
    public async Task The_profile_is_read_and_saved()
    {
        await using var host = await OwnerPage.StartAsync();
        using var owner = await OwnerPage.SignInAsync(host);

        var saved = await owner.ActAsync("profile", "save", ("name", "Anna <b>"), ("givenName", "Anna"), ("familyName", ""));

        Assert.That(saved.Body, Does.Contain("Your changes have been saved.").And.Contain("value=\"Anna &lt;b&gt;\"").And.Contain("role=\"status\""));
    }

    [Test]
    public async Task What_is_wrong_is_said_beside_its_field()
    {
        await using var host = await OwnerPage.StartAsync();
        using var owner = await OwnerPage.SignInAsync(host);

        var wrong = await owner.ActAsync("password", "change", ("currentPassword", "wrong horse 7!"), ("newPassword", "another horse 8!"));
        var weak = await owner.ActAsync("password", "change", ("currentPassword", Speaker.Password), ("newPassword", "12345678"));

        Assert.That(wrong.Status, Is.EqualTo(400));
        Assert.That(wrong.Body, Does.Contain("id=\"change-currentPassword-error\">The password is not correct.").And.Contain("aria-describedby=\"change-currentPassword-error\"").And.Not.Contain("wrong horse"));
        Assert.That(weak.Body, Does.Contain("id=\"change-newPassword-error\">This password is too common."));
    }

    [Test]
    public async Task A_form_of_another_site_changes_nothing()
    {
        await using var host = await OwnerPage.StartAsync();
        using var owner = await OwnerPage.SignInAsync(host);

        var forged = await owner.Browser.PostAsync(OwnerPage.Address(), ("part", "profile"), ("action", "save"), ("name", "Mallory"));

        Assert.That(forged.Status, Is.EqualTo(400));
        Assert.That((await owner.OpenAsync("profile")).Body, Does.Not.Contain("Mallory"));
    }

    [Test]
    public async Task What_changes_credentials_asks_for_a_proof_and_goes_on_by_itself()
    {
        await using var host = await OwnerPage.StartAsync();
        using var owner = await OwnerPage.SignInAsync(host);
        owner.GrowOld();

        var asked = await owner.ActAsync("two-step", "begin");
        var wrong = await owner.ActAsync(asked, "begin", ("proof_password", "wrong horse 7!"));
        var begun = await owner.ActAsync(wrong, "begin", ("proof_password", Speaker.Password));

        Assert.That(asked.Body, Does.Contain("Confirm that it is you").And.Not.Contain("otpauth"));
        Assert.That((wrong.Status, wrong.Body.Contains("The password is not correct.", StringComparison.Ordinal)), Is.EqualTo((400, true)));
        Assert.That(begun.Body, Does.Contain("otpauth://totp/").And.Contain("data:image/svg"));
    }

    [Test]
    public async Task An_authenticator_is_set_up_used_and_taken_away()
    {
        await using var host = await OwnerPage.StartAsync();
        using var owner = await OwnerPage.SignInAsync(host);
        var begun = await owner.ActAsync("two-step", "begin");
        var secret = Forms.Of(begun).Single(form => form.Hidden.Contains(("action", "confirm")))["secret"];

        var wrong = await owner.ActAsync(begun, "confirm", ("code", "000000"));
        var on = await owner.ActAsync(wrong, "confirm", ("code", Code()));
        var codes = RecoveryCodes(on);
        var state = await owner.OpenAsync("two-step");
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        using var elsewhere = new Browser(host);
        var second = await elsewhere.SignInAsync(await elsewhere.OpenAsync(OwnerPage.Address()));
        var other = Forms.Of(second).Last();
        var recovery = await elsewhere.PostAsync(other.Action, [.. other.Hidden, ("other", "recovery_code")]);
        var recovered = await elsewhere.SubmitAsync(recovery, ("code", codes[0]), ("trust_device", "yes"));
        var devices = await owner.OpenAsync("two-step");
        var forgotten = await owner.ActAsync(devices, "forget");
        var remade = RecoveryCodes(await owner.ActAsync("two-step", "remake", ("code", Code())));
        var off = await owner.ActAsync("two-step", "remove", ("code", remade[0]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(wrong.Status, Is.EqualTo(400));
            Assert.That(wrong.Body, Does.Contain("id=\"confirm-code-error\">This code is not correct").And.Contain("data:image/svg"));
            Assert.That(codes, Has.Count.EqualTo(10));
            Assert.That(state.Body, Does.Contain("<dd>10</dd>").And.Not.Contain(codes[0]));
            Assert.That(second.Body, Does.Contain("Use a recovery code"));
            Assert.That(recovered.Body, Does.Contain("part=profile"));
            Assert.That(devices.Body, Does.Contain("<dd>9</dd>").And.Contain("Unknown device").And.Contain("Since 2026-01-01, until 2026-01-31"));
            Assert.That(forgotten.Body, Does.Contain("will be asked for a code again").And.Not.Contain("Unknown device"));
            Assert.That(remade.Intersect(codes), Is.Empty);
            Assert.That(off.Body, Does.Contain("Two-step sign-in has been turned off.").And.Contain("Two-step sign-in is off."));
        }

        string Code() => TestAuthenticator.CodeOf(secret, host.Clock.GetUtcNow());
    }

    [Test]
    public async Task An_address_is_changed_by_a_link_to_the_new_one()
    {
        await using var host = await OwnerPage.StartAsync();
        using var owner = await OwnerPage.SignInAsync(host);

        await host.Mails.NextLinkAsync(Speaker.Email);
        var wrong = await owner.ActAsync("email", "change", ("email", "anna@new.example"), ("currentPassword", "wrong horse 7!"));
        var asked = await owner.ActAsync("email", "change", ("email", "anna@new.example"), ("currentPassword", Speaker.Password));
        var link = await host.Mails.NextLinkAsync("anna@new.example");
        await owner.Browser.SubmitAsync(await owner.Browser.OpenAsync(link.PathAndQuery));
        var changed = await owner.OpenAsync("email");

        Assert.That(wrong.Body, Does.Contain("id=\"change-currentPassword-error\">The password is not correct."));
        Assert.That(asked.Body, Does.Contain("a link is on its way to it"));
        Assert.That(changed.Body, Does.Contain("<dd>anna@new.example</dd>").And.Contain("<dd>Yes</dd>"));
    }

    [Test]
    public async Task An_account_without_a_password_is_told_how_to_get_one()
    {
        await using var host = await OwnerPage.StartAsync(new() { Build = builder => builder.AddMailedCodes(), Options = options => options.MailedCodes.AllowRegistration = true });
        using var browser = new Browser(host);
        await host.Mails.NextLinkAsync(Speaker.Email);
        var code = await browser.SubmitAsync(await browser.OpenAsync("/mailed-code"), ("email", "code@example.com"));
        await browser.SubmitAsync(code, ("code", await host.Mails.NextTokenAsync("code@example.com")));
        using var owner = new OwnerPage(host, browser);
        owner.GrowOld();

        var password = await owner.OpenAsync("password");
        var again = await owner.ActAsync("two-step", "begin");

        Assert.That(password.Body, Does.Contain("has no password").And.Contain("/forgot-password").And.Not.Contain("type=\"password\""));
        Assert.That(again.Body, Does.Contain("Sign in again to go on.").And.Contain("/signin?return_url="));
    }

    [Test]
    public async Task It_speaks_Vietnamese()
    {
        await using var host = await OwnerPage.StartAsync();
        using var owner = await OwnerPage.SignInAsync(host, "vi");

        foreach (var (part, title) in new[] { ("profile", "Hồ sơ"), ("password", "Mật khẩu"), ("email", "Địa chỉ email"), ("two-step", "Đăng nhập hai bước"), ("passkeys", "Khóa truy cập") })
            Assert.That((await owner.OpenAsync(part)).Body, Does.Contain($"<h1>{title}</h1>").And.Contain("Quay lại tài khoản"));
    }

    [Test]
    public async Task No_part_has_a_script_but_where_a_key_is_made()
    {
        await using var host = await OwnerPage.StartAsync();
        using var owner = await OwnerPage.SignInAsync(host);

        foreach (var part in (string?[])[null, "profile", "password", "email", "two-step", "passkeys"])
        {
            var page = await owner.OpenAsync(part);
            Assert.That(page.Body, Does.Not.Contain("<script").And.Not.Contain("style=\""), part);
            Assert.That(page.Header("Content-Security-Policy"), Does.Not.Contain("script-src"), part);
        }

        var making = await owner.ActAsync("passkeys", "add");
        Assert.That(making.Header("Content-Security-Policy"), Does.Contain("script-src 'sha256-").And.Not.Contain("unsafe"));
    }

    private static IReadOnlyList<string> RecoveryCodes(Answer page) =>
        [.. System.Text.RegularExpressions.Regex.Matches(page.Body, "<li><code>([^<]+)</code>").Select(static match => match.Groups[1].Value)];
}
