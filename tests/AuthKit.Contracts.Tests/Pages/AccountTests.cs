using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using AuthKit.AuthorizationServer;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>Several accounts in one browser, and which of them a request means (OpenID Connect Core 1.0 §3.1.2.1, OpenID Connect Prompt Create 1.0).</summary>
internal sealed partial class AccountTests
{
    private const string Bert = "bert@example.com";
    private static readonly string Select = PageHost.Authorize(("prompt", "select_account"), ("client_id", "own"));

    [Test]
    public async Task Whoever_signs_in_with_another_account_keeps_the_first()
    {
        await using var host = await WithTwoAsync();
        using var browser = await SignedInAsync(host, Speaker.Email, Bert);

        Assert.That(Accounts(await browser.OpenAsync("/select-account")).Keys, Is.EqualTo(new[] { Bert, Speaker.Email }));
        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain($"Signed in as {Bert}"));
    }

    [Test]
    public async Task The_same_account_is_there_once()
    {
        await using var host = await WithTwoAsync();
        using var browser = await SignedInAsync(host, Speaker.Email, Bert, Speaker.Email);

        Assert.That(Accounts(await browser.OpenAsync("/select-account")).Keys, Is.EqualTo(new[] { Speaker.Email, Bert }));
    }

    [Test]
    public async Task The_account_not_used_for_the_longest_makes_room()
    {
        await using var host = await WithTwoAsync(new() { Options = options => options.OAuth.MaxAccountsPerBrowser = 2 });
        await PageHost.RegisterAsync(host, "cleo@example.com");
        using var browser = await SignedInAsync(host, Speaker.Email, Bert, "cleo@example.com");

        Assert.That(Accounts(await browser.OpenAsync("/select-account")).Keys, Is.EqualTo(new[] { "cleo@example.com", Bert }));
    }

    [Test]
    public async Task A_request_that_asks_which_account_is_answered_with_the_one_chosen()
    {
        await using var host = await WithTwoAsync();
        using var browser = await SignedInAsync(host, Speaker.Email, Bert);

        var page = await browser.OpenAsync(Select);
        Assert.That(page.Body, Does.Contain("Choose an account").And.Contain("to continue to Our own"));
        var code = PageHost.ToClient(await ChooseAsync(browser, page, Speaker.Email))["code"];

        Assert.That(await EmailOfAsync(host, code), Is.EqualTo(Speaker.Email));
        Assert.That((await browser.OpenAsync(Select)).Body, Does.Contain("Choose an account"), "The same request once more is another request.");
        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain($"Signed in as {Speaker.Email}"));
    }

    [Test]
    public async Task Another_account_than_those_that_are_there_signs_in_for_the_request()
    {
        await using var host = await WithTwoAsync();
        using var browser = await SignedInAsync(host, Speaker.Email);

        var page = await browser.OpenAsync(OtherAccount(await browser.OpenAsync(Select)));
        var code = PageHost.ToClient(await browser.SubmitAsync(page, ("identifier", Bert), ("password", Speaker.Password)))["code"];

        Assert.That(await EmailOfAsync(host, code), Is.EqualTo(Bert));
    }

    [Test]
    public async Task Where_nobody_is_signed_in_there_is_nothing_to_choose()
    {
        await using var host = await WithTwoAsync();
        using var browser = new Browser(host);

        Assert.That((await browser.OpenAsync(Select)).Body, Does.Contain("current-password"));
        Assert.That((await browser.OpenAsync("/select-account")).Body, Does.Contain("current-password"));
    }

    [Test]
    public async Task A_choice_comes_before_consent_which_shows_it()
    {
        await using var host = await WithTwoAsync();
        using var browser = await SignedInAsync(host, Speaker.Email, Bert);

        var consent = await ChooseAsync(browser, await browser.OpenAsync(PageHost.Authorize(("prompt", "select_account consent"))), Speaker.Email);
        Assert.That(consent.Body, Does.Contain("would like access").And.Contain($"Signed in as {Speaker.Email}"));
        var code = PageHost.ToClient(await browser.SubmitAsync(consent, ("decision", "allow")))["code"];

        Assert.That(await EmailOfAsync(host, code, "store"), Is.EqualTo(Speaker.Email));
    }

    [Test]
    public async Task A_choice_is_no_sign_in()
    {
        await using var host = await WithTwoAsync();
        using var browser = await SignedInAsync(host, Speaker.Email, Bert);
        host.Clock.Advance(TimeSpan.FromMinutes(10));

        var page = await ChooseAsync(browser, await browser.OpenAsync(PageHost.Authorize(("client_id", "own"), ("prompt", "select_account"), ("max_age", "60"))), Speaker.Email);

        Assert.That(page.Body, Does.Contain("current-password"));
    }

    [TestCase(Speaker.Email)]
    [TestCase("ANNA@example.com")]
    public async Task A_name_that_the_client_gives_picks_the_account_where_it_is_signed_in(string name)
    {
        await using var host = await WithTwoAsync();
        using var browser = await SignedInAsync(host, Speaker.Email, Bert);

        var silent = PageHost.ToClient(await browser.OpenAsync(PageHost.Authorize(("client_id", "own"), ("prompt", "none"), ("login_hint", name))));

        Assert.That(await EmailOfAsync(host, silent["code"]), Is.EqualTo(Speaker.Email));
    }

    [Test]
    public async Task An_id_token_that_the_client_gives_picks_the_account()
    {
        await using var host = await WithTwoAsync();
        using var browser = new Browser(host);
        var ofAnna = await PageHost.IdTokenAsync(host, browser);
        await SignInAsync(browser, Bert);

        var silent = PageHost.ToClient(await browser.OpenAsync(PageHost.Authorize(("client_id", "own"), ("prompt", "none"), ("id_token_hint", ofAnna))));

        Assert.That(await EmailOfAsync(host, silent["code"]), Is.EqualTo(Speaker.Email));
    }

    [Test]
    public async Task What_the_user_has_chosen_counts_before_what_the_client_hints_at()
    {
        await using var host = await WithTwoAsync();
        using var browser = await SignedInAsync(host, Speaker.Email, Bert);

        var page = await browser.OpenAsync(PageHost.Authorize(("client_id", "own"), ("prompt", "select_account"), ("login_hint", Speaker.Email)));

        Assert.That(await EmailOfAsync(host, PageHost.ToClient(await ChooseAsync(browser, page, Bert))["code"]), Is.EqualTo(Bert));
    }

    [Test]
    public async Task A_name_that_nobody_is_signed_in_with_is_filled_in()
    {
        await using var host = await WithTwoAsync();
        using var browser = new Browser(host);
        var request = await PageHost.PushAsync(host, new() { ClientId = "own", ResponseType = "code", RedirectUri = PageHost.Redirect, LoginHint = "cleo@example.com", CodeChallenge = PageHost.Challenge, CodeChallengeMethod = "S256" });

        Assert.That((await browser.OpenAsync(request)).Body, Does.Contain("value=\"cleo@example.com\""));
        Assert.That((await browser.OpenAsync(PageHost.Authorize(("login_hint", "cleo@example.com"), ("prompt", "create")))).Body, Does.Contain("value=\"cleo@example.com\"").And.Contain("new-password"));
    }

    [Test]
    public async Task A_client_can_have_its_user_make_an_account()
    {
        await using var host = await WithTwoAsync();
        using var browser = await SignedInAsync(host, Speaker.Email);
        var request = PageHost.Authorize(("client_id", "own"), ("prompt", "create"));

        var page = await browser.OpenAsync(request);
        Assert.That(page.Body, Does.Contain("new-password").And.Contain("to continue to Our own"));
        var code = PageHost.ToClient(await browser.SubmitAsync(page, ("email", "cleo@example.com"), ("password", Speaker.Password)))["code"];

        Assert.That(await EmailOfAsync(host, code), Is.EqualTo("cleo@example.com"));
        Assert.That((await browser.OpenAsync(request)).Body, Does.Contain("new-password"), "The same request once more is another request.");
    }

    [Test]
    public async Task The_user_signs_all_accounts_out()
    {
        await using var host = await WithTwoAsync();
        using var browser = await SignedInAsync(host, Speaker.Email, Bert);

        var ask = await browser.OpenAsync("/logout");
        Assert.That(ask.Body, Does.Contain(Speaker.Email).And.Contain(Bert));
        await browser.SubmitAsync(ask);

        Assert.That((await browser.OpenAsync("/select-account")).Body, Does.Contain("current-password"));
    }

    [Test]
    public async Task A_client_signs_out_the_account_that_its_id_token_names_and_no_other_takes_its_place_unasked()
    {
        await using var host = await WithTwoAsync();
        using var browser = await SignedInAsync(host, Speaker.Email, Bert);
        var page = await browser.OpenAsync(Select);
        var ofAnna = await IdTokenAsync(host, PageHost.ToClient(await ChooseAsync(browser, page, Speaker.Email))["code"]);

        Assert.That((await browser.AskAsync(QueryHelpers.AddQueryString("/logout", "id_token_hint", ofAnna))).Body, Does.Contain("You are signed out"));

        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain("current-password"));
        Assert.That(PageHost.ToClient(await browser.AskAsync(PageHost.Authorize(("client_id", "own"), ("prompt", "none"))))["error"], Is.EqualTo("login_required"));
        page = await browser.OpenAsync(PageHost.Authorize(("client_id", "own")));
        Assert.That(Accounts(page).Keys, Is.EqualTo(new[] { Bert }));
        Assert.That(await EmailOfAsync(host, PageHost.ToClient(await ChooseAsync(browser, page, Bert))["code"]), Is.EqualTo(Bert));
    }

    [Test]
    public async Task An_account_whose_sign_in_is_over_is_not_offered()
    {
        await using var host = await WithTwoAsync();
        using var browser = await SignedInAsync(host, Speaker.Email, Bert);
        host.Clock.Advance(TimeSpan.FromHours(12));
        await SignInAsync(browser, Bert);
        host.Clock.Advance(TimeSpan.FromHours(12));

        Assert.That(Accounts(await browser.OpenAsync("/select-account")).Keys, Is.EqualTo(new[] { Bert }));
    }

    [Test]
    public async Task A_cookie_of_the_release_before_goes_on_and_takes_another_account_beside_it()
    {
        await using var host = await WithTwoAsync(new() { Map = app => app.MapGet("/before", SignInAsBeforeAsync) });
        using var browser = new Browser(host);
        await browser.OpenAsync("/before");

        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain($"Signed in as {Speaker.Email}"));
        await SignInAsync(browser, Bert);
        Assert.That(Accounts(await browser.OpenAsync("/select-account")).Keys, Is.EqualTo(new[] { Bert, Speaker.Email }));
    }

    [Test]
    public async Task The_account_page_speaks_Vietnamese()
    {
        await using var host = await WithTwoAsync();
        using var browser = await SignedInAsync(host, Speaker.Email);

        var page = await browser.OpenAsync("/select-account?ui_locales=vi");

        Assert.That(page.Body, Does.Contain("Chọn một tài khoản").And.Contain("Dùng tài khoản khác"));
    }

    internal static async Task<TestHost> WithTwoAsync(HostPlan? changes = null)
    {
        var host = await PageHost.WithAccountAsync(changes);
        await PageHost.RegisterAsync(host, Bert);
        return host;
    }

    /// <summary>A browser in which the accounts have signed in, one after the other.</summary>
    internal static async Task<Browser> SignedInAsync(TestHost host, params string[] emails)
    {
        var browser = new Browser(host);
        foreach (var email in emails)
            await SignInAsync(browser, email);
        return browser;
    }

    /// <summary>The accounts that are offered, with their buttons' values.</summary>
    internal static Dictionary<string, string> Accounts(Answer page) =>
        Buttons().Matches(page.Body).ToDictionary(button => WebUtility.HtmlDecode(button.Groups["email"].Value), button => button.Groups["id"].Value);

    internal static Task<Answer> ChooseAsync(Browser browser, Answer page, string email) => browser.SubmitAsync(page, ("account", Accounts(page)[email]));

    /// <summary>Whose code it is.</summary>
    internal static async Task<string?> EmailOfAsync(TestHost host, string? code, string client = "own")
    {
        var tokens = await host.PostFormAsync("/token", ("grant_type", "authorization_code"), ("client_id", client), ("code", code!), ("redirect_uri", PageHost.Redirect), ("code_verifier", PageHost.Verifier));
        return (await host.GetAsync("/userinfo", Requests.Bearer(tokens.Member("access_token")!))).Member("email");
    }

    // The sign-in page proper is for those whom a request waits for.
    private static async Task SignInAsync(Browser browser, string email)
    {
        var page = await browser.OpenAsync("/signin?return_url=%2Fselect-account");
        Assert.That(Accounts(await browser.SubmitAsync(page, ("identifier", email), ("password", Speaker.Password))).Keys, Does.Contain(email));
    }

    private static async Task SignInAsBeforeAsync(HttpContext http)
    {
        var session = PageHost.Value(await OAuthFlows.SignInBrowser.RunAsync(http.RequestServices, new(Speaker.Email, Speaker.Password), new() { ClientId = "oauth" }, http.RequestAborted));
        Claim[] claims = [new("sub", session.UserId.ToString()), new("sid", session.SessionId.ToString()), new("auth_time", session.AuthenticatedAt.ToString("O", CultureInfo.InvariantCulture))];
        await http.SignInAsync(AuthKitDefaults.BrowserScheme, new ClaimsPrincipal(new ClaimsIdentity(claims, AuthKitDefaults.BrowserScheme)));
    }

    private static async Task<string> IdTokenAsync(TestHost host, string? code) =>
        (await host.PostFormAsync("/token", ("grant_type", "authorization_code"), ("client_id", "own"), ("code", code!), ("redirect_uri", PageHost.Redirect), ("code_verifier", PageHost.Verifier))).Member("id_token")!;

    private static string OtherAccount(Answer page) => WebUtility.HtmlDecode(Link().Match(page.Body).Groups["address"].Value);

    [GeneratedRegex("""<button name="account" value="(?<id>[^"]*)" class="second">(?<email>[^<]*)</button>""")]
    private static partial Regex Buttons();

    [GeneratedRegex("""<a href="(?<address>[^"]*)">Use another account</a>""")]
    private static partial Regex Link();
}
