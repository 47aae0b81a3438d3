using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.OpenIdConnect;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Events;

namespace AuthKit.Contracts.Tests.ExternalSchemes;

/// <summary>What others do between a client, a browser and a provider gains nothing.</summary>
internal sealed class ExternalAttackTests
{
    private const string Kim = "kim@corp.example";
    private const string OtherVerifier = "3641a2d12d66101249cdf7a79c000c1f8c05d2aafcf14bf146497bed";

    [Test]
    public async Task A_code_is_nothing_to_whoever_did_not_begin_and_stays_good_for_whoever_did()
    {
        var heard = new HeardEvents();
        await using var hosts = await TwoHosts.StartAsync(plan: heard.Plan);
        await hosts.KnowAsync(Kim);
        using var person = hosts.Somebody(Kim);
        var code = (await hosts.TravelAsync(person))["code"];

        var (stolen, without) = (await hosts.RedeemAsync(code, OtherVerifier), await hosts.RedeemAsync(code, ""));

        Assert.That((stolen.Status, without.Status), Is.EqualTo((400, 422)), $"{stolen.Body} {without.Body}");
        var refused = await heard.NextAsync<TokenRefused>();
        Assert.That((refused.Kind, refused.Reason), Is.EqualTo((TokenKinds.ExternalCode, TokenRefusals.Unproved)));
        Assert.That((await hosts.RedeemAsync(code)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Of_64_at_once_one_redeems_a_code()
    {
        await using var hosts = await TwoHosts.StartAsync();
        await hosts.KnowAsync(Kim);
        using var person = hosts.Somebody(Kim);
        var code = (await hosts.TravelAsync(person))["code"];

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => hosts.RedeemAsync(code)));

        Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer.Status == 400), Is.EqualTo(63));
    }

    [Test]
    public async Task A_code_is_good_for_a_minute()
    {
        await using var hosts = await TwoHosts.StartAsync();
        await hosts.KnowAsync(Kim);
        using var person = hosts.Somebody(Kim);
        var code = (await hosts.TravelAsync(person))["code"];
        hosts.App.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await hosts.RedeemAsync(code)).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task The_answer_of_a_provider_is_nothing_in_another_browser()
    {
        await using var hosts = await TwoHosts.StartAsync();
        await hosts.KnowAsync(Kim);
        using var attacker = hosts.Somebody(Kim);
        using var victim = hosts.Somebody();
        var callback = await CallbackAsync(hosts, attacker);

        var (answer, next) = await victim.GoAsync(callback, until: new("https://client.example/"));

        // The attacker's identity is not brought to the victim's client.
        Assert.That(next?.Query, Does.Contain("error=server_error").And.Not.Contain("code="), answer.Body);
    }

    [TestCase("state=")]
    [TestCase("code=")]
    public async Task An_answer_that_was_tampered_with_signs_nobody_in(string parameter)
    {
        await using var hosts = await TwoHosts.StartAsync();
        await hosts.KnowAsync(Kim);
        using var person = hosts.Somebody(Kim);
        var callback = (await CallbackAsync(hosts, person)).ToString();
        var at = callback.IndexOf(parameter, StringComparison.Ordinal) + parameter.Length + 5;
        var tampered = callback[..at] + (callback[at] == 'A' ? 'B' : 'A') + callback[(at + 1)..];

        var (answer, next) = await person.GoAsync(new(tampered), until: new("https://client.example/"));

        // With the state whole, the client hears that it came to nothing.
        Assert.That(next?.Query ?? answer.Status.ToString(null as IFormatProvider), parameter == "state=" ? Is.EqualTo("400") : Does.Contain("error=server_error").And.Not.Contain("code="));
    }

    [Test]
    public async Task An_id_token_for_another_sign_in_is_refused_by_its_nonce()
    {
        await using var hosts = await TwoHosts.StartAsync();
        await hosts.KnowAsync(Kim);
        using var person = hosts.Somebody(Kim);
        var (first, second) = (await CallbackAsync(hosts, person), await CallbackAsync(hosts, person));
        string Part(Uri callback, string name) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(callback.Query)[name].ToString();

        // The code of one sign-in in the answer to the other: PKCE and nonce are bound to the state.
        var mixed = new Uri(first.ToString().Replace(Uri.EscapeDataString(Part(first, "code")), Uri.EscapeDataString(Part(second, "code")), StringComparison.Ordinal));
        Assert.That(mixed, Is.Not.EqualTo(first));
        var (_, next) = await person.GoAsync(mixed, until: new("https://client.example/"));

        Assert.That(next?.Query, Does.Contain("error=server_error").And.Not.Contain("code="));
    }

    [TestCase("https://evil.example/signed-in")]
    [TestCase("https://client.example/signed-in")]
    [TestCase("https://client.example/signed-in?of=ours&more=1")]
    [TestCase("https://client.example/SIGNED-IN?of=ours")]
    [TestCase("//client.example/signed-in?of=ours")]
    [TestCase("javascript:alert(1)")]
    public async Task Nobody_is_sent_to_an_address_that_is_not_listed(string address)
    {
        await using var hosts = await TwoHosts.StartAsync();
        using var browser = new Browser(hosts.App);

        var row = await hosts.App.PostJsonAsync("/api/v1/external-sign-in/start", $$"""{"provider":"corp","return_address":"{{address}}","code_challenge":"{{PageHost.Challenge}}"}""");
        var page = await browser.AskAsync($"/external-sign-in?provider=corp&code_challenge={PageHost.Challenge}&return_address={Uri.EscapeDataString(address)}");

        Assert.That((row.Status, page.Status), Is.EqualTo((422, 400)), $"{row.Body}{page.Body}");
        Assert.That(page.Headers, Does.Not.ContainKey("Location").And.Not.ContainKey("Set-Cookie"));
    }

    [TestCase("")]
    [TestCase("plain")]
    [TestCase("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c=")]
    public async Task Nobody_begins_without_a_challenge(string challenge)
    {
        await using var hosts = await TwoHosts.StartAsync();
        using var browser = new Browser(hosts.App);

        var row = await hosts.App.PostJsonAsync("/api/v1/external-sign-in/start", $$"""{"provider":"corp","return_address":"{{TwoHosts.ReturnAddress}}","code_challenge":"{{challenge}}"}""");
        var page = await browser.AskAsync($"/external-sign-in?provider=corp&code_challenge={challenge}&return_address={Uri.EscapeDataString(TwoHosts.ReturnAddress)}");

        Assert.That((row.Status, page.Status), Is.EqualTo((422, 400)), $"{row.Body}{page.Body}");
    }

    [Test]
    public async Task A_provider_that_lies_about_the_address_gains_nothing()
    {
        // The provider is believed about corp.example, and tells of somebody that they are a Gmail account's owner.
        await using var hosts = await TwoHosts.StartAsync(static schemes => schemes[TwoHosts.Scheme].Authoritative = ["corp.example"]);
        var victim = await hosts.RegisterProvedAsync("victim@gmail.com");
        await hosts.KnowAsync("victim@gmail.com");
        using var liar = hosts.Somebody("victim@gmail.com");

        var refused = await hosts.RedeemAsync((await hosts.TravelAsync(liar))["code"]);

        Assert.That(refused.Status, Is.EqualTo(403), refused.Body);
        Assert.That((await hosts.App.GetAsync("/api/v1/external-logins", Requests.Bearer(victim.Access))).Json.GetProperty("data").GetProperty("logins").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Who_takes_an_address_before_its_owner_loses_it_to_a_reset()
    {
        await using var hosts = await TwoHosts.StartAsync();
        await hosts.KnowAsync("victim@gmail.com");
        var squatting = await hosts.SignInAsync("victim@gmail.com");

        await LaravelSpeaker.ResetByMailAsync(hosts.App, "the victim's own 8!", "victim@gmail.com");
        using var liar = hosts.Somebody("victim@gmail.com");
        var refused = await hosts.RedeemAsync((await hosts.TravelAsync(liar))["code"]);

        Assert.That((await hosts.App.MeAsync(squatting)).Status, Is.EqualTo(401));
        Assert.That(refused.Status, Is.EqualTo(403), refused.Body);
    }

    [Test]
    public async Task Who_says_no_at_the_provider_comes_back_with_that()
    {
        await using var hosts = await TwoHosts.StartAsync();
        await hosts.KnowAsync(Kim);
        using var person = hosts.Somebody(Kim, decision: "deny");
        var back = await hosts.TravelAsync(person);
        Assert.That(back["error"], Is.EqualTo("access_denied"));
        Assert.That(back, Does.Not.ContainKey("code"));
    }

    private static async Task<Uri> CallbackAsync(TwoHosts hosts, Person person)
    {
        var (answer, next) = await person.GoAsync(await hosts.BeginAsync(), until: new(hosts.App.Address, "/signin-oidc"));
        Assert.That(next, Is.Not.Null, answer.Body);
        return next!;
    }
}
