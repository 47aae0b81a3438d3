using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Events;
using AuthKit.Passkeys;
using AuthKit.Passkeys.Events;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Passkeys;

/// <summary>Whatever is wrong with a passkey that signs in, each contract says the same of it, and the event says what it was.</summary>
[TestFixtureSource(typeof(PasskeyPaths), nameof(PasskeyPaths.All))]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
[Parallelizable(ParallelScope.Self)]
internal sealed class SignInAttackTests(PasskeyPaths paths)
{
    private readonly HeardEvents _events = new();
    private TestHost _host = null!;
    private SoftwareAuthenticator _anna = null!;
    private SoftwareAuthenticator _ben = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await TestHost.StartAsync(_events.Plan.And(new() { Build = authKit => authKit.AddPasskeys() }));
        (_anna, _ben) = (new(), new() { SignCount = 7 });
        Assert.That((await paths.RegisterAsync(_host, (await Pair.RegisterAsync(_host)).Access, _anna)).Status, Is.EqualTo(201));
        Assert.That((await paths.RegisterAsync(_host, (await Pair.RegisterAsync(_host, "ben@example.com")).Access, _ben)).Status, Is.EqualTo(201));
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _anna.Dispose();
        _ben.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public Task Another_origin() => RefusedAsync(PasskeyFailures.Invalid, anna => anna.Origin = "https://auth.example.evil", anna => anna.Origin = "https://auth.example");

    [Test]
    public Task Another_relying_party() => RefusedAsync(PasskeyFailures.Invalid, anna => anna.RelyingPartyId = "evil.example", anna => anna.RelyingPartyId = null);

    [Test]
    public Task A_page_in_a_frame_of_another_origin() => RefusedAsync(PasskeyFailures.Invalid, anna => anna.IsCrossOrigin = true, anna => anna.IsCrossOrigin = false);

    [Test]
    public Task No_user_verification() => RefusedAsync(PasskeyFailures.Invalid, anna => anna.IsUserVerified = false, anna => anna.IsUserVerified = true);

    [Test]
    public Task Nobody_there() => RefusedAsync(PasskeyFailures.Invalid, anna => anna.IsUserPresent = false, anna => anna.IsUserPresent = true);

    [Test]
    public Task A_registration_s_type() => RefusedAsync(PasskeyFailures.Invalid, anna => anna.Type = "webauthn.create", anna => anna.Type = null);

    [Test]
    public Task A_challenge_that_nobody_issued() => RefusedAsync(PasskeyFailures.Challenge, anna => anna.Challenge = new byte[32], anna => anna.Challenge = null);

    [Test]
    public Task A_challenge_of_another_length() => RefusedAsync(PasskeyFailures.Challenge, anna => anna.Challenge = [], anna => anna.Challenge = null);

    [Test]
    public Task Backup_eligibility_that_has_changed() => RefusedAsync(PasskeyFailures.BackupEligibility, anna => (anna.IsBackupEligible, anna.IsBackedUp) = (false, false), anna => (anna.IsBackupEligible, anna.IsBackedUp) = (true, true));

    [Test]
    public Task No_user_handle() => RefusedAsync(PasskeyFailures.Unknown, anna => (anna.UserHandle, _kept) = (null, anna.UserHandle), anna => anna.UserHandle = _kept);

    [Test]
    public Task A_user_handle_that_was_made_up() => RefusedAsync(PasskeyFailures.Unknown, anna => (anna.UserHandle, _kept) = (new byte[64], anna.UserHandle), anna => anna.UserHandle = _kept);

    [Test]
    public Task A_user_handle_with_one_bit_turned() => RefusedAsync(PasskeyFailures.Unknown, anna => (anna.UserHandle, _kept) = ([.. anna.UserHandle![..63], (byte)(anna.UserHandle[63] ^ 1)], anna.UserHandle), anna => anna.UserHandle = _kept);

    [Test]
    public Task Another_user_s_handle() => RefusedAsync(PasskeyFailures.Unknown, anna => (anna.UserHandle, _kept) = (_ben.UserHandle, anna.UserHandle), anna => anna.UserHandle = _kept);

    [Test]
    public Task Another_user_s_credential() => RefusedAsync(PasskeyFailures.Invalid, anna => (anna.CredentialId, anna.UserHandle, _id, _kept) = (_ben.CredentialId, _ben.UserHandle, anna.CredentialId, anna.UserHandle), anna => (anna.CredentialId, anna.UserHandle) = (_id!, _kept));

    [Test]
    public Task Extensions_that_are_no_CBOR() => RefusedAsync(PasskeyFailures.Malformed, anna => anna.Extensions = [0xff, 0xff], anna => anna.Extensions = null);

    [Test]
    public Task Extensions_that_are_nested_as_deep_as_fits() => RefusedAsync(PasskeyFailures.Malformed, anna => anna.Extensions = [.. Enumerable.Repeat((byte)0x81, 4000), 0], anna => anna.Extensions = null);

    [Test]
    public Task Extensions_that_say_they_are_endless() => RefusedAsync(PasskeyFailures.Malformed, anna => anna.Extensions = [0xbb, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], anna => anna.Extensions = null);

    [Test]
    public async Task A_challenge_a_second_time()
    {
        var options = await paths.OptionsAsync(_host, "/sign-in/options", null);

        var first = await paths.PostAsync(_host, "/sign-in", null, ("credential", _anna.Get(options)));
        var second = await paths.PostAsync(_host, "/sign-in", null, ("credential", _anna.Get(options)));

        Assert.That(first.Status, Is.EqualTo(200), first.Body);
        await AssertRefusedAsync(PasskeyFailures.Challenge, second);
    }

    [Test]
    public async Task A_challenge_that_was_wasted_on_something_wrong()
    {
        var options = await paths.OptionsAsync(_host, "/sign-in/options", null);
        _anna.Origin = "https://evil.example";
        await AssertRefusedAsync(PasskeyFailures.Invalid, await paths.PostAsync(_host, "/sign-in", null, ("credential", _anna.Get(options))));
        _anna.Origin = TestHost.Issuer;

        await AssertRefusedAsync(PasskeyFailures.Challenge, await paths.PostAsync(_host, "/sign-in", null, ("credential", _anna.Get(options))));
    }

    [Test]
    public async Task A_challenge_after_its_time()
    {
        var options = await paths.OptionsAsync(_host, "/sign-in/options", null);
        _host.Clock.Advance(TimeSpan.FromMinutes(5));

        await AssertRefusedAsync(PasskeyFailures.Challenge, await paths.PostAsync(_host, "/sign-in", null, ("credential", _anna.Get(options))));
    }

    [Test]
    public async Task A_challenge_of_another_purpose()
    {
        var session = await Pair.SignInAsync(_host);
        var creating = (await paths.OptionsAsync(_host, "/options", session.Access)).GetProperty("challenge").GetString();
        var options = JsonNode.Parse((await paths.OptionsAsync(_host, "/sign-in/options", null)).GetRawText())!;
        options["challenge"] = creating;

        await AssertRefusedAsync(PasskeyFailures.Challenge, await paths.PostAsync(_host, "/sign-in", null, ("credential", _anna.Get(System.Text.Json.JsonElement.Parse(options.ToJsonString())))));
    }

    [Test]
    public async Task A_challenge_that_another_contract_was_asked_for()
    {
        var other = PasskeyPaths.All.First(candidate => candidate.Contract != paths.Contract);
        var options = await other.OptionsAsync(_host, "/sign-in/options", null);

        await AssertRefusedAsync(PasskeyFailures.Challenge, await paths.PostAsync(_host, "/sign-in", null, ("credential", _anna.Get(options))));
    }

    [Test]
    public async Task A_counter_that_does_not_rise()
    {
        _ben.SignCount = 9;
        Assert.That((await paths.SignInAsync(_host, _ben)).Status, Is.EqualTo(200));

        foreach (var count in new uint[] { 9, 8, 0 })
        {
            _ben.SignCount = count;
            await AssertRefusedAsync(PasskeyFailures.Cloned, await paths.SignInAsync(_host, _ben));
        }

        _ben.SignCount = 10;
        Assert.That((await paths.SignInAsync(_host, _ben)).Status, Is.EqualTo(200));
        Assert.That(_events.All.OfType<PasskeyCloned>().Count(), Is.GreaterThan(1));
    }

    [Test]
    public async Task A_passkey_that_nobody_has_registered()
    {
        using var stranger = new SoftwareAuthenticator { UserHandle = _anna.UserHandle };

        await AssertRefusedAsync(PasskeyFailures.Unknown, await paths.SignInAsync(_host, stranger));
    }

    [Test]
    public async Task Another_key_under_the_passkey_s_id()
    {
        using var thief = new SoftwareAuthenticator { UserHandle = _anna.UserHandle, CredentialId = _anna.CredentialId };

        await AssertRefusedAsync(PasskeyFailures.Invalid, await paths.SignInAsync(_host, thief));
    }

    [TestCase("""{"id":"AAAA","type":"public-key"}""")]
    [TestCase("""{"id":"AAAA","type":"password","response":{}}""")]
    [TestCase("""{"id":"","type":"public-key","response":{}}""")]
    [TestCase("""{"id":"AAAA","rawId":"AAAB","type":"public-key","response":{"clientDataJSON":"e30","authenticatorData":"AAAA","signature":"AAAA"}}""")]
    [TestCase("""{"id":"AAAA","type":"public-key","response":{"clientDataJSON":"e30","authenticatorData":"AAAA","signature":"AAAA"}}""")]
    [TestCase("""{"id":["AAAA"],"type":{"a":1},"response":[]}""")]
    [TestCase("""{"id":"A+A/","type":"public-key","response":{"clientDataJSON":17}}""")]
    [TestCase("{}")]
    public async Task What_is_no_credential(string credential) =>
        await AssertRefusedAsync(PasskeyFailures.Malformed, await paths.PostAsync(_host, "/sign-in", null, ("credential", JsonNode.Parse(credential))));

    [Test]
    public async Task Nothing()
    {
        var answer = await paths.PostAsync(_host, "/sign-in", null);

        Assert.That(answer.Status, Is.AnyOf(400, 422), answer.Body);
        Assert.That(answer.Body, Does.Contain(paths.Spell("credential")));
    }

    [Test]
    public async Task More_than_fits_is_refused_before_it_is_read()
    {
        var answer = await paths.PostAsync(_host, "/sign-in", null, ("credential", new JsonObject { ["id"] = new string('A', 200_000) }));

        Assert.That(answer.Status, Is.EqualTo(413), answer.Body);
    }

    [Test]
    public async Task Of_64_at_once_with_one_challenge_one_signs_in()
    {
        var options = await paths.OptionsAsync(_host, "/sign-in/options", null);
        var credential = _anna.Get(options).ToJsonString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => paths.PostAsync(_host, "/sign-in", null, ("credential", JsonNode.Parse(credential)))));

        Assert.That(answers.Select(answer => answer.Status).Order(), Is.EqualTo(Enumerable.Repeat(200, 1).Concat(Enumerable.Repeat(401, 63))));
    }

    [Test]
    public async Task Of_64_at_once_with_one_count_one_signs_in()
    {
        using var copied = new SoftwareAuthenticator { SignCount = 1 };
        var session = await Pair.RegisterAsync(_host, $"copied-{paths.Contract}@example.com");
        await paths.RegisterAsync(_host, session.Access, copied);
        copied.SignCount = 2;
        var credentials = new List<string>();
        for (var i = 0; i < 64; i++)
            credentials.Add(copied.Get(await paths.OptionsAsync(_host, "/sign-in/options", null)).ToJsonString());

        var answers = await Task.WhenAll(credentials.Select(credential => paths.PostAsync(_host, "/sign-in", null, ("credential", JsonNode.Parse(credential)))));

        Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer.Status == 401), Is.EqualTo(63));
    }

    private byte[]? _kept;
    private byte[]? _id;

    private async Task RefusedAsync(string reason, Action<SoftwareAuthenticator> lie, Action<SoftwareAuthenticator> repent)
    {
        lie(_anna);
        try
        {
            await AssertRefusedAsync(reason, await paths.SignInAsync(_host, _anna));
        }
        finally
        {
            repent(_anna);
        }

        Assert.That((await paths.SignInAsync(_host, _anna)).Status, Is.EqualTo(200), "And it signs in when it tells the truth.");
    }

    private async Task AssertRefusedAsync(string reason, Answer answer)
    {
        Assert.That(answer.Status, Is.EqualTo(401), answer.Body);
        Assert.That(answer.Body, Does.Contain("The passkey was not accepted."));
        Assert.That((await _events.NextAsync<SignInFailed>()).Reason, Is.EqualTo(reason));
    }
}
