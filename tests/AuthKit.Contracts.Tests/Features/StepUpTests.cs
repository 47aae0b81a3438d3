using AuthKit.Contracts.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Features;

/// <summary>Who changes credentials is asked for a recent proof, in each contract's words and in those of RFC 9470.</summary>
internal sealed class StepUpTests
{
    private const string Wanted = "Bearer error=\"insufficient_user_authentication\", max_age=\"600\"";

    private static readonly Spoken[] Contracts =
    [
        new("laravel", "/api/v1/passkeys/options", "data.methods", "data.max_age", "/api/v1/proofs", """{"current_password":"{0}"}""", "data.access_token"),
        new("message-code", "/User/Passkeys/Options", "Content.Methods", "Content.MaxAge", "/User/Proofs", """[{"CurrentPassword":"{0}"}]""", "Content.AccessToken"),
        new("tenant", "/api/auth/passkeys/options", "methods", "maxAge", "/api/auth/proofs", """{"currentPassword":"{0}"}""", "accessToken"),
        new("account", "/account/passkeys/options", "methods", "maxAge", "/account/proofs", """{"currentPassword":"{0}"}""", "accessToken"),
    ];

    [TestCaseSource(nameof(Contracts))]
    public async Task It_is_asked_for_and_given_in_the_contract_s_words(Spoken spoken)
    {
        await using var host = await TestHost.StartAsync(new() { Build = authKit => authKit.AddPasskeys() });
        var speaker = Speaker.OfPasswords.Single(any => any.Contract == spoken.Contract);
        await speaker.RegisterAsync(host);
        var token = TokenOf(await speaker.SignInAsync(host));
        Assert.That((await host.PostJsonAsync(spoken.Path, spoken.Empty, Requests.Bearer(token))).Status, Is.EqualTo(200), "a sign-in is a proof");
        host.Clock.Advance(TimeSpan.FromMinutes(10));

        var asked = await host.PostJsonAsync(spoken.Path, spoken.Empty, Requests.Bearer(token));
        var wrong = await host.PostJsonAsync(spoken.Proofs, spoken.Of("wrong horse 7!"), Requests.Bearer(token));
        var still = await host.PostJsonAsync(spoken.Path, spoken.Empty, Requests.Bearer(token));
        var proved = await host.PostJsonAsync(spoken.Proofs, spoken.Of(Speaker.Password), Requests.Bearer(token));
        var after = await host.PostJsonAsync(spoken.Path, spoken.Empty, Requests.Bearer(proved.Member(spoken.TokenMember)!));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((asked.Status, asked.Header("WWW-Authenticate")), Is.EqualTo((401, Wanted)));
            Assert.That((asked.Member(spoken.MethodsMember), asked.Member(spoken.MaxAgeMember)), Is.EqualTo(("""["password"]""", "600")));
            Assert.That(asked.Body, Does.Contain("Prove again who you are."));
            Assert.That((wrong.Status, still.Status), Is.EqualTo((spoken.Contract == "laravel" ? 422 : 400, 401)), wrong.Body);
            Assert.That(proved.Status, Is.EqualTo(200), proved.Body);
            Assert.That(proved.Body, Does.Not.Contain("efresh"));
            Assert.That(after.Status, Is.EqualTo(200), after.Body);
        }
    }

    [Test]
    public async Task The_account_contract_asks_without_any_feature()
    {
        await using var host = await TestHost.StartAsync();
        var token = (await new AccountSpeaker().RegisterAsync(host)).Member("accessToken")!;
        host.Clock.Advance(TimeSpan.FromMinutes(10));

        var asked = await UnlinkAsync(host, token);
        var proved = await host.PostJsonAsync("/account/me/proofs", $$"""{"currentPassword":"{{Speaker.Password}}"}""", Requests.Bearer(token));

        Assert.That((asked.Status, asked.Header("WWW-Authenticate")), Is.EqualTo((401, Wanted)));
        Assert.That((await UnlinkAsync(host, proved.Member("accessToken")!)).Status, Is.EqualTo(404), "there is none to take away");
    }

    [Test]
    public async Task Whoever_calls_by_a_cookie_gets_the_new_token_in_it_and_no_script_sees_one()
    {
        await using var host = await TestHost.StartAsync();
        var browser = await CookieBrowser.RegisterAsync(host);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        const string unlink = "/account/me/external-logins?provider=google&subject=1";

        var asked = await browser.SendAsync(HttpMethod.Delete, unlink, null, CookieBrowser.SameOrigin);
        var before = browser.Cookie;
        var forged = await browser.PostAsync("/account/me/proofs", $$"""{"currentPassword":"{{Speaker.Password}}"}""", ("Sec-Fetch-Site", "cross-site"));
        var proved = await browser.PostAsync("/account/me/proofs", $$"""{"currentPassword":"{{Speaker.Password}}"}""", CookieBrowser.SameOrigin);
        var after = await browser.SendAsync(HttpMethod.Delete, unlink, null, CookieBrowser.SameOrigin);

        Assert.That((asked.Status, forged.Status), Is.EqualTo((401, 403)));
        Assert.That((proved.Status, proved.Body), Is.EqualTo((204, "")));
        Assert.That(browser.Cookie, Is.Not.EqualTo(before));
        Assert.That(after.Status, Is.EqualTo(404), after.Body);
        host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.That((await browser.GetAsync("/me", CookieBrowser.SameOrigin)).Status, Is.EqualTo(200), "the cookie's refresh token is the session's");
    }

    [Test]
    public async Task Without_a_feature_documented_contracts_have_no_such_route() =>
        Assert.That((await (await SharedHost.GetAsync()).PostJsonAsync("/api/v1/proofs", "{}")).Status, Is.EqualTo(404));

    private static Task<Answer> UnlinkAsync(TestHost host, string token) =>
        host.SendAsync(HttpMethod.Delete, "/account/me/external-logins?provider=google&subject=1", null, Requests.Bearer(token));

    // Each contract calls it something else.
    private static string TokenOf(Answer answer) => System.Text.RegularExpressions.Regex.Match(answer.Body, @"eyJ[\w-]+\.[\w-]+\.[\w-]+").Value;

    internal sealed record Spoken(string Contract, string Path, string MethodsMember, string MaxAgeMember, string Proofs, string Proof, string TokenMember)
    {
        public string Empty => Proof[0] == '[' ? "[{}]" : "{}";

        public string Of(string password) => Proof.Replace("{0}", password, StringComparison.Ordinal);

        public override string ToString() => Contract;
    }
}
