using AuthKit.Contracts.Tests.Harness;
using AuthKit.Passkeys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Contracts.Tests.Passkeys;

/// <summary>What passkeys cannot work with keeps the host from starting, with a sentence that says what to write.</summary>
internal sealed class PasskeyOptionTests
{
    private static IEnumerable<TestCaseData> Mistakes()
    {
        yield return Mistake("RelyingPartyId 'https://auth.example' is no domain in lower-case ASCII letters; write it as in example.com, without scheme and port.", static o => o.RelyingPartyId = "https://auth.example");
        yield return Mistake("RelyingPartyId 'Auth.example' is no domain in lower-case ASCII letters; write it as in example.com, without scheme and port.", static o => o.RelyingPartyId = "Auth.example");
        yield return Mistake("Origins: 'https://auth.example' is neither under RelyingPartyId 'other.example' nor that itself; set RelyingPartyId to a domain that they share, or list it in RelatedOrigins.", static o => o.RelyingPartyId = "other.example");
        yield return Mistake("Origins: 'https://notauth.example' is neither under RelyingPartyId 'auth.example' nor that itself; set RelyingPartyId to a domain that they share, or list it in RelatedOrigins.", static o => o.Origins.Add("https://notauth.example"));
        yield return Mistake("Origins: 'https://auth.example/' is no origin; write scheme and host, and a port where it is not the usual one, as in https://app.example.", static o => o.Origins.Add("https://auth.example/"));
        yield return Mistake("Origins: 'http://auth.example' is no origin; write scheme and host, and a port where it is not the usual one, as in https://app.example.", static o => o.Origins.Add("http://auth.example"));
        yield return Mistake("RelatedOrigins: 'app.other' is no origin; write scheme and host, as in https://app.example.", static o => o.RelatedOrigins.Add("app.other"));
        yield return Mistake("RelyingPartyName is empty; write what people see as whose the passkey is.", static o => o.RelyingPartyName = " ");
        yield return Mistake("Algorithms are one or more of Es256, Rs256 and EdDsa, each once.", static o => o.Algorithms.Clear());
        yield return Mistake("ChallengeLifetime is 30 seconds to 10 minutes.", static o => o.ChallengeLifetime = TimeSpan.FromHours(1));
        yield return Mistake("MaxPerAccount is 1 to 100.", static o => o.MaxPerAccount = 0);
        yield return Mistake("UserVerification is Required or Preferred.", static o => o.UserVerification = (PasskeyUserVerification)7);
        yield return Mistake("Attestation is None or Direct.", static o => o.Attestation = (PasskeyAttestation)7);
    }

    [TestCaseSource(nameof(Mistakes))]
    public async Task A_mistake_is_said(string sentence, Action<PasskeyOptions> mistake)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => TestHost.StartAsync(new() { Build = authKit => authKit.AddPasskeys(mistake) }));

        Assert.That(refused!.Failures, Is.EqualTo(new[] { $"feature 'passkeys': {sentence}" }));
    }

    [Test]
    public async Task An_alias_that_no_handle_has_room_for_is_said()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => TestHost.StartAsync(new() { Build = authKit => authKit.AddPasskeys().AddTenant(new string('a', 33), "SQLITE", "Data Source=tenant.db") }));

        Assert.That(refused!.Failures, Does.Contain($"feature 'passkeys': Tenants: the alias '{new string('a', 33)}' is longer than 32 characters, which a passkey's user handle has no room for."));
    }

    [Test]
    public async Task An_issuer_that_is_no_address_is_said()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => TestHost.StartAsync(new() { Build = authKit => authKit.AddPasskeys(), Options = options => options.Issuer = "authkit" }));

        Assert.That(refused!.Failures, Does.Contain("feature 'passkeys': Issuer is no https address; set RelyingPartyId and Origins."));
    }

    [Test]
    public async Task Weaker_options_are_logged()
    {
        await using var host = await TestHost.StartAsync(new()
        {
            Build = authKit => authKit.AddPasskeys(o => o.UserVerification = PasskeyUserVerification.Preferred).AddPasskeys(o => o.RelatedOrigins.Add("https://app.other")),
        });

        Assert.That(host.Logs.Text, Does.Contain("feature 'passkeys': UserVerification is Preferred: a passkey whose authenticator does not verify its user is one factor."));
        Assert.That(host.Logs.Text, Does.Contain("feature 'passkeys': RelatedOrigins: pages of https://app.other can use the passkeys of another domain."));
    }

    [Test]
    public async Task Related_origins_are_published_and_taken()
    {
        await using var host = await TestHost.StartAsync(new() { Build = authKit => authKit.AddPasskeys(o => o.RelatedOrigins.Add("https://app.other")) });
        using var authenticator = new SoftwareAuthenticator { Origin = "https://app.other" };

        var published = await host.GetAsync("/.well-known/webauthn");
        var added = await PasskeyPaths.Laravel.RegisterAsync(host, (await Pair.RegisterAsync(host)).Access, authenticator);

        Assert.That(published.Body, Is.EqualTo("""{"origins":["https://auth.example","https://app.other"]}"""));
        Assert.That(published.Header("Content-Type"), Does.StartWith("application/json"));
        Assert.That(added.Status, Is.EqualTo(201), added.Body);
    }

    [Test]
    public async Task An_origin_beside_those_that_are_named_is_refused()
    {
        await using var host = await TestHost.StartAsync(new() { Build = authKit => authKit.AddPasskeys(o => o.RelatedOrigins.Add("https://app.other")) });
        var session = await Pair.RegisterAsync(host);

        foreach (var origin in new[] { "https://app.other.evil", "https://evil.app.other", "http://app.other", "https://app.other:8443", "https://other", "" })
        {
            using var authenticator = new SoftwareAuthenticator { Origin = origin };
            Assert.That((await PasskeyPaths.Laravel.RegisterAsync(host, session.Access, authenticator)).Status, Is.AnyOf(400, 422), origin);
        }
    }

    [Test]
    public async Task An_algorithm_that_the_host_has_taken_out_is_refused()
    {
        await using var host = await TestHost.StartAsync(new() { Build = authKit => authKit.AddPasskeys(o => o.Algorithms.Remove(PasskeyAlgorithm.Es256)) });
        using var authenticator = new SoftwareAuthenticator();

        Assert.That((await PasskeyPaths.Laravel.RegisterAsync(host, (await Pair.RegisterAsync(host)).Access, authenticator)).Status, Is.AnyOf(400, 422));
    }

    [Test]
    public async Task Without_related_origins_nothing_is_published_and_without_passkeys_there_is_no_route()
    {
        await using var with = await TestHost.StartAsync(new() { Build = authKit => authKit.AddPasskeys(o => o.SignUp = false) });
        var without = await SharedHost.GetAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await with.GetAsync("/.well-known/webauthn")).Status, Is.EqualTo(404));
            Assert.That((await with.PostJsonAsync("/api/v1/passkeys/sign-up/options", "{}")).Status, Is.EqualTo(404));
            Assert.That((await without.PostJsonAsync("/api/v1/passkeys/sign-in/options", "{}")).Status, Is.EqualTo(404));
        }
    }

    private static TestCaseData Mistake(string sentence, Action<PasskeyOptions> mistake) => new TestCaseData(sentence, mistake).SetArgDisplayNames(sentence[..Math.Min(60, sentence.Length)]);
}
