using AuthKit.Contracts.Tests.External;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Events;

namespace AuthKit.Contracts.Tests.ExternalSchemes;

/// <summary>A client has people sign in through a provider's pages.</summary>
internal sealed class ExternalSignInTests
{
    private const string Kim = "kim@corp.example";

    [Test]
    public async Task A_first_sign_in_makes_an_account_and_the_next_finds_it()
    {
        var heard = new HeardEvents();
        await using var hosts = await TwoHosts.StartAsync(plan: heard.Plan);
        await hosts.KnowAsync(Kim);

        var (first, second) = (await hosts.SignInAsync(Kim), await hosts.SignInAsync(Kim));

        Assert.That(await SubjectAsync(hosts, first), Is.EqualTo(await SubjectAsync(hosts, second)));
        var registered = await heard.NextAsync<Registered>();
        Assert.That(registered.Provider, Is.EqualTo("corp"));
        Assert.That(heard.All.OfType<ExternalLoginLinked>().Single().NewAccount, Is.True);
        Assert.That((await heard.NextAsync<SignedIn>()).Provider, Is.EqualTo("corp"));
        var profile = await hosts.App.GetAsync("/api/v1/user", Requests.Bearer(first));
        Assert.That((profile.Member("data.email"), profile.Member("data.email_verified")), Is.EqualTo((Kim, "False")));
    }

    [Test]
    public async Task The_provider_s_answer_may_come_by_a_form()
    {
        await using var hosts = await TwoHosts.StartAsync(handler: static client => client.ResponseMode = "form_post");
        await hosts.KnowAsync(Kim);
        await hosts.SignInAsync(Kim);
    }

    [Test]
    public async Task A_provider_of_OAuth_alone_is_as_good_and_whether_an_address_is_verified_is_read_from_what_it_tells()
    {
        await using var hosts = await TwoHosts.StartAsync(static schemes => schemes[TwoHosts.Scheme].Authoritative = ["corp.example"], oauth: static _ => { });
        var own = await hosts.RegisterProvedAsync(Kim);
        await new LaravelSpeaker().RegisterAsync(hosts.Provider, Kim);
        using var unverified = hosts.Somebody(Kim);
        var refused = await hosts.RedeemAsync((await hosts.TravelAsync(unverified))["code"]);
        await LaravelSpeaker.ResetByMailAsync(hosts.Provider, Speaker.Password, Kim);

        Assert.That(refused.Status, Is.EqualTo(401), refused.Body);
        Assert.That(await SubjectAsync(hosts, await hosts.SignInAsync(Kim)), Is.EqualTo(await SubjectAsync(hosts, own.Access)));
    }

    [Test]
    public async Task Providers_are_listed()
    {
        await using var hosts = await TwoHosts.StartAsync(static schemes => schemes[TwoHosts.Scheme].DisplayName = "The Corporation");
        var listed = await hosts.App.GetAsync("/api/v1/external-sign-in/providers");
        Assert.That(listed.Body, Does.Contain("""{"providers":[{"provider":"corp","display_name":"The Corporation"}]}"""));
    }

    [Test]
    public async Task Who_has_an_account_already_is_asked_by_mail_and_signs_in_after_saying_yes()
    {
        await using var hosts = await TwoHosts.StartAsync(plan: Linking.Noticing);
        var own = await hosts.RegisterProvedAsync(Kim);
        await hosts.KnowAsync(Kim);
        using var person = hosts.Somebody(Kim);

        var refused = await hosts.RedeemAsync((await hosts.TravelAsync(person))["code"]);
        var confirmed = await Linking.ConfirmAsync(hosts.App, await hosts.NextLinkAsync(Kim));
        var linked = await hosts.App.Mails.NextAsync();
        var token = await hosts.SignInAsync(Kim);

        Assert.That(refused.Status, Is.EqualTo(403), refused.Body);
        Assert.That(confirmed.Status, Is.EqualTo(200), confirmed.Body);
        Assert.That(linked.Text, Does.Contain("Corp & Co"), "The owner is told by what people know the provider as.");
        Assert.That(await SubjectAsync(hosts, token), Is.EqualTo(await SubjectAsync(hosts, own.Access)));
    }

    [Test]
    public async Task A_provider_that_is_authoritative_for_an_address_opens_its_account()
    {
        await using var hosts = await TwoHosts.StartAsync(static schemes => schemes[TwoHosts.Scheme].Authoritative = ["corp.example"]);
        var own = await hosts.RegisterProvedAsync(Kim);
        await hosts.KnowAsync(Kim);

        Assert.That(await SubjectAsync(hosts, await hosts.SignInAsync(Kim)), Is.EqualTo(await SubjectAsync(hosts, own.Access)));
    }

    [Test]
    public async Task An_address_that_the_provider_calls_unverified_makes_no_account()
    {
        await using var hosts = await TwoHosts.StartAsync();
        await new LaravelSpeaker().RegisterAsync(hosts.Provider, Kim);
        using var person = hosts.Somebody(Kim);

        var refused = await hosts.RedeemAsync((await hosts.TravelAsync(person))["code"]);

        Assert.That(refused.Status, Is.EqualTo(401), refused.Body);
        Assert.That(refused.Body, Does.Contain("The provider tells no e-mail address, which an account needs."));
    }

    [Test]
    public async Task Whoever_is_signed_in_adds_an_identity_and_takes_it_away_again()
    {
        await using var hosts = await TwoHosts.StartAsync(plan: Linking.Noticing);
        var own = await hosts.RegisterProvedAsync("kim.private@example.com");
        await hosts.KnowAsync(Kim);
        using var person = hosts.Somebody(Kim);

        var added = await AddAsync(hosts, own.Access, (await hosts.TravelAsync(person))["code"]);
        var mail = await hosts.App.Mails.NextAsync();
        var listed = await hosts.App.GetAsync("/api/v1/external-logins", Requests.Bearer(own.Access));
        var through = await hosts.SignInAsync(Kim);
        var subject = added.Member("data.subject")!;
        var removed = await RemoveAsync(hosts, own.Access, subject);

        Assert.That(added.Status, Is.EqualTo(201), added.Body);
        Assert.That((mail.To, listed.Json.GetProperty("data").GetProperty("logins").GetArrayLength()), Is.EqualTo(("kim.private@example.com", 1)));
        Assert.That(await SubjectAsync(hosts, own.Access), Is.Not.Null);
        Assert.That(removed.Status, Is.EqualTo(200), removed.Body);
        Assert.That((await hosts.App.MeAsync(through)).Status, Is.EqualTo(401), "What it started has ended.");
        Assert.That((await hosts.App.MeAsync(own.Access)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task An_identity_is_added_after_a_proof_that_is_recent_and_the_code_is_good_until_then()
    {
        await using var host = await TestHost.StartAsync(StandInScheme.Plan);
        var owner = await Pair.RegisterAsync(host);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        var code = await StandInScheme.TravelAsync(host);
        Task<Answer> AddAsync(string token) => host.PostJsonAsync("/api/v1/external-logins", $$"""{"code":"{{code}}","code_verifier":"{{PageHost.Verifier}}"}""", Requests.Bearer(token));

        var early = await AddAsync(owner.Access);
        var again = await AddAsync((await Pair.SignInAsync(host)).Access);

        Assert.That((early.Status, again.Status), Is.EqualTo((401, 201)), early.Body + again.Body);
        Assert.That(early.Body, Does.Contain("Prove again who you are."));
    }

    [Test]
    public async Task The_last_way_in_stays()
    {
        await using var hosts = await TwoHosts.StartAsync(static schemes => schemes[TwoHosts.Scheme].Authoritative = ["corp.example"]);
        await hosts.KnowAsync(Kim);
        var token = await hosts.SignInAsync(Kim);
        var login = (await hosts.App.GetAsync("/api/v1/external-logins", Requests.Bearer(token))).Json.GetProperty("data").GetProperty("logins")[0];

        var refused = await RemoveAsync(hosts, token, login.GetProperty("subject").GetString()!);

        Assert.That(refused.Status, Is.EqualTo(409), refused.Body);
        Assert.That((await hosts.App.MeAsync(token)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task An_identity_of_one_account_is_not_added_to_another()
    {
        await using var hosts = await TwoHosts.StartAsync();
        await hosts.KnowAsync(Kim);
        await hosts.SignInAsync(Kim);
        var stranger = await Pair.RegisterAsync(hosts.App);
        using var person = hosts.Somebody(Kim);

        var refused = await AddAsync(hosts, stranger.Access, (await hosts.TravelAsync(person))["code"]);

        Assert.That(refused.Status, Is.EqualTo(409), refused.Body);
        Assert.That(refused.Body, Does.Contain("This identity signs in to another account."));
    }

    [Test]
    public async Task What_was_added_to_an_account_that_nobody_had_proved_to_own_ends_with_a_reset()
    {
        await using var hosts = await TwoHosts.StartAsync();
        var squatted = await Pair.RegisterAsync(hosts.App, "victim@example.com");
        await hosts.KnowAsync(Kim);
        using var squatter = hosts.Somebody(Kim);
        Assert.That((await AddAsync(hosts, squatted.Access, (await hosts.TravelAsync(squatter))["code"])).Status, Is.EqualTo(201));

        await LaravelSpeaker.ResetByMailAsync(hosts.App, "the victim's own 8!", "victim@example.com");
        var after = await hosts.SignInAsync(Kim);

        var profile = await hosts.App.GetAsync("/api/v1/user", Requests.Bearer(after));
        Assert.That(profile.Member("data.email"), Is.EqualTo(Kim), "It is an account of its own.");
    }

    private static Task<Answer> AddAsync(TwoHosts hosts, string accessToken, string code) =>
        hosts.App.PostJsonAsync("/api/v1/external-logins", $$"""{"code":"{{code}}","code_verifier":"{{PageHost.Verifier}}"}""", Requests.Bearer(accessToken));

    private static Task<Answer> RemoveAsync(TwoHosts hosts, string accessToken, string subject) =>
        hosts.App.SendAsync(HttpMethod.Delete, $"/api/v1/external-logins?provider=corp&subject={Uri.EscapeDataString(subject)}", content: null, Requests.Bearer(accessToken));

    private static async Task<string?> SubjectAsync(TwoHosts hosts, string accessToken) => (await hosts.App.MeAsync(accessToken)).Member("sub");
}
