using AuthKit.Contracts.Tests.Harness;
using AuthKit.Passkeys.Events;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Passkeys;

/// <summary>A passkey's life in each contract's words.</summary>
[TestFixtureSource(typeof(PasskeyPaths), nameof(PasskeyPaths.All))]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
[Parallelizable(ParallelScope.Self)]
internal sealed class PasskeyTests(PasskeyPaths paths)
{
    private TestHost _host = null!;
    private HeardEvents _events = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _events = new();
        _host = await TestHost.StartAsync(_events.Plan.And(new() { Build = authKit => authKit.AddPasskeys() }));
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task It_is_added_listed_used_renamed_and_removed()
    {
        using var authenticator = new SoftwareAuthenticator();
        var session = await Pair.RegisterAsync(_host, "life@example.com");

        var added = await paths.RegisterAsync(_host, session.Access, authenticator, "Phone");
        var id = paths.Member(added, "id");
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        var signedIn = await paths.SignInAsync(_host, authenticator);
        var renamed = await _host.SendAsync(HttpMethod.Put, paths.Path($"/{id}"), new StringContent(paths.Wrap(new() { [paths.Spell("name")] = "Old phone" }).ToJsonString(), null, "application/json"), Requests.Bearer(session.Access));
        var listed = await _host.GetAsync(paths.Path(""), Requests.Bearer(session.Access));
        var removed = await _host.SendAsync(HttpMethod.Delete, paths.Path($"/{id}"), content: null, Requests.Bearer(session.Access));
        var refused = await paths.SignInAsync(_host, authenticator);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(added.Status, Is.EqualTo(201), added.Body);
            Assert.That(signedIn.Status, Is.EqualTo(200), signedIn.Body);
            Assert.That(renamed.Status, Is.EqualTo(200), renamed.Body);
            Assert.That(listed.Body, Does.Contain("Old phone").And.Contain(id));
            Assert.That(listed.Body, Does.Contain("2026-01-01T12:01:00"));
            Assert.That(removed.Status, Is.AnyOf(200, 204), removed.Body);
            Assert.That(refused.Status, Is.EqualTo(401), refused.Body);
        }

        await _events.NextAsync<PasskeyAdded>(raised => $"{raised.PasskeyId}" == id);
        await _events.NextAsync<AuthKit.Events.SignedIn>(raised => raised.Methods is ["swk", "user", "mfa"]);
        await _events.NextAsync<PasskeyRenamed>(raised => $"{raised.PasskeyId}" == id);
        await _events.NextAsync<PasskeyRemoved>(raised => $"{raised.PasskeyId}" == id);
    }

    [Test]
    public async Task Options_are_browsers_own_whatever_the_contract()
    {
        var session = await Pair.RegisterAsync(_host, "options@example.com");

        var creating = await paths.OptionsAsync(_host, "/options", session.Access);
        var asking = await paths.OptionsAsync(_host, "/sign-in/options", null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(creating.GetProperty("rp").GetProperty("id").GetString(), Is.EqualTo("auth.example"));
            Assert.That(creating.GetProperty("user").GetProperty("name").GetString(), Is.EqualTo("options@example.com"));
            Assert.That(creating.GetProperty("pubKeyCredParams").EnumerateArray().Select(param => param.GetProperty("alg").GetInt32()), Is.EqualTo(new[] { -7, -8, -257 }));
            Assert.That(creating.GetProperty("attestation").GetString(), Is.EqualTo("none"));
            Assert.That(creating.GetProperty("authenticatorSelection").GetProperty("residentKey").GetString(), Is.EqualTo("required"));
            Assert.That(asking.GetProperty("rpId").GetString(), Is.EqualTo("auth.example"));
            Assert.That(asking.GetProperty("userVerification").GetString(), Is.EqualTo("required"));
            Assert.That(asking.GetProperty("timeout").GetInt32(), Is.EqualTo(300_000));
            Assert.That(asking.TryGetProperty("allowCredentials", out var allowed) ? allowed.GetArrayLength() : 0, Is.Zero);
        }
    }

    [Test]
    public async Task An_account_is_made_with_one_alone()
    {
        using var authenticator = new SoftwareAuthenticator();
        var options = await paths.OptionsAsync(_host, "/sign-up/options", null, ("email", "alone@example.com"));

        var made = await paths.PostAsync(_host, "/sign-up", null, ("credential", authenticator.Create(options)));
        var signedIn = await paths.SignInAsync(_host, authenticator);
        var token = await TokenAsync(authenticator);
        var listed = await _host.GetAsync(PasskeyPaths.Laravel.Path(""), Requests.Bearer(token));
        var last = await _host.SendAsync(HttpMethod.Delete, paths.Path($"/{listed.Json.GetProperty("data").GetProperty("passkeys")[0].GetProperty("id")}"), content: null, Requests.Bearer(token));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.Status, Is.EqualTo(200), made.Body);
            Assert.That(signedIn.Status, Is.EqualTo(200), signedIn.Body);
            Assert.That(last.Status, Is.EqualTo(409), last.Body);
            Assert.That((await paths.SignInAsync(_host, authenticator)).Status, Is.EqualTo(200));
        }
    }

    private async Task<string> TokenAsync(SoftwareAuthenticator authenticator) => (await PasskeyPaths.Laravel.SignInAsync(_host, authenticator)).Member("data.access_token")!;
}
