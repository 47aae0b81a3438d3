using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Passkeys;

/// <summary>What is no passkey of this host's, made a moment ago for the session that asked, is not registered: in each contract's words.</summary>
[TestFixtureSource(typeof(PasskeyPaths), nameof(PasskeyPaths.All))]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
[Parallelizable(ParallelScope.Self)]
internal sealed class RegistrationAttackTests(PasskeyPaths paths)
{
    private TestHost _host = null!;
    private Pair _anna = null!;
    private Pair _ben = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await TestHost.StartAsync(new() { Build = authKit => authKit.AddPasskeys() });
        (_anna, _ben) = (await Pair.RegisterAsync(_host), await Pair.RegisterAsync(_host, "ben@example.com"));
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    private static IEnumerable<TestCaseData> Lies()
    {
        yield return Lie("Another origin", static a => a.Origin = "https://evil.example");
        yield return Lie("A subdomain that is none of the origins", static a => a.Origin = "https://evil.auth.example");
        yield return Lie("Another relying party", static a => a.RelyingPartyId = "evil.example");
        yield return Lie("A sign-in's type", static a => a.Type = "webauthn.get");
        yield return Lie("Nobody there", static a => a.IsUserPresent = false);
        yield return Lie("No user verification", static a => a.IsUserVerified = false);
        yield return Lie("A challenge that nobody issued", static a => a.Challenge = new byte[32]);
        yield return Lie("Backed up, and not eligible", static a => a.IsBackupEligible = false);
        yield return Lie("A key of no algorithm", static a => a.Algorithm = 0);
        yield return Lie("A key of an algorithm that was not asked for", static a => a.Algorithm = -47);
        yield return Lie("A good key of an algorithm that the library knows and the host did not ask for", static a => a.PublicKey = Es384());
        yield return Lie("A key of RS1", static a => a.Algorithm = -65535);
        yield return Lie("A key that is a number", static a => a.PublicKey = [0x00]);
        yield return Lie("A key that is an empty map", static a => a.PublicKey = [0xa0]);
        yield return Lie("A key that is a point of no curve", static a => a.PublicKey = Point(new byte[32], new byte[32]));
        yield return Lie("A key that is cut off", static a => a.PublicKey = a.CoseKey()[..40]);
        yield return Lie("A key and more", static a => a.PublicKey = [.. a.CoseKey(), 0x00]);
        yield return Lie("No key", static a => a.PublicKey = []);
        yield return Lie("A symmetric key", static a => a.PublicKey = [0xa2, 0x01, 0x04, 0x03, 0x26]);
        yield return Lie("No credential id", static a => a.CredentialId = []);
        yield return Lie("A credential id of 1,024 bytes", static a => a.CredentialId = RandomNumberGenerator.GetBytes(1024));
        yield return Lie("An attestation that is no CBOR", static a => a.Attestation = [0xff]);
        yield return Lie("An attestation that is empty", static a => a.Attestation = []);
        yield return Lie("An attestation without members", static a => a.Attestation = [0xa0]);
        yield return Lie("An attestation that is nested as deep as fits", static a => a.Attestation = [.. Enumerable.Repeat((byte)0x81, 16_000), 0x00]);
        yield return Lie("An attestation of maps nested as deep as fits", static a => a.Attestation = [.. Enumerable.Repeat(new byte[] { 0xa1, 0x00 }, 8_000).SelectMany(static b => b), 0x00]);
        yield return Lie("An attestation of tags nested as deep as fits", static a => a.Attestation = [.. Enumerable.Repeat((byte)0xc1, 16_000), 0x00]);
        yield return Lie("An attestation that says it is endless", static a => a.Attestation = [0xbb, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
        yield return Lie("An attestation that is larger than any", static a => a.Attestation = new byte[17 * 1024]);
        yield return Lie("Extensions that are nested as deep as fits", static a => a.Extensions = [.. Enumerable.Repeat((byte)0x81, 15_000), 0x00]);
        yield return Lie("A key that is nested as deep as fits", static a => a.PublicKey = [.. Enumerable.Repeat((byte)0x81, 15_000), 0x00]);
    }

    [TestCaseSource(nameof(Lies))]
    public async Task It_is_refused(Action<SoftwareAuthenticator> lie)
    {
        using var authenticator = new SoftwareAuthenticator();
        lie(authenticator);

        AssertRefused(await paths.RegisterAsync(_host, _anna.Access, authenticator));
    }

    [Test]
    public async Task A_credential_id_of_1023_bytes_is_taken()
    {
        using var authenticator = new SoftwareAuthenticator { CredentialId = RandomNumberGenerator.GetBytes(1023) };

        Assert.That((await paths.RegisterAsync(_host, _anna.Access, authenticator)).Status, Is.EqualTo(201));
        Assert.That((await paths.SignInAsync(_host, authenticator)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_challenge_is_good_once_and_for_its_session_alone()
    {
        using SoftwareAuthenticator one = new(), two = new(), three = new();
        var options = await paths.OptionsAsync(_host, "/options", _anna.Access);
        var elsewhere = await Pair.SignInAsync(_host);

        var stolen = await paths.PostAsync(_host, "", _ben.Access, ("credential", one.Create(options)));
        var other = await paths.PostAsync(_host, "", elsewhere.Access, ("credential", one.Create(options)));
        var first = await paths.PostAsync(_host, "", _anna.Access, ("credential", two.Create(options)));
        var second = await paths.PostAsync(_host, "", _anna.Access, ("credential", three.Create(options)));

        AssertRefused(stolen);
        AssertRefused(other);
        Assert.That(first.Status, Is.EqualTo(201), first.Body);
        AssertRefused(second);
    }

    [Test]
    public async Task Another_user_s_credential_id_is_refused()
    {
        using var authenticator = new SoftwareAuthenticator();
        await paths.RegisterAsync(_host, _anna.Access, authenticator);
        using var thief = new SoftwareAuthenticator { CredentialId = authenticator.CredentialId };

        AssertRefused(await paths.RegisterAsync(_host, _ben.Access, thief));
        Assert.That((await paths.SignInAsync(_host, authenticator)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Of_64_at_once_one_is_registered()
    {
        using var authenticator = new SoftwareAuthenticator();
        var session = await Pair.RegisterAsync(_host, $"race-{paths.Contract}@example.com");
        var credential = authenticator.Create(await paths.OptionsAsync(_host, "/options", session.Access)).ToJsonString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => paths.PostAsync(_host, "", session.Access, ("credential", JsonNode.Parse(credential)))));

        Assert.That(answers.Count(answer => answer.Status == 201), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Status != 201).Select(answer => answer.Status).Distinct(), Is.All.AnyOf(400, 422));
    }

    [TestCase("a\u0000b")]
    [TestCase("\u202eevil")]
    public async Task A_name_that_cannot_be_seen_is_refused(string name)
    {
        using var authenticator = new SoftwareAuthenticator();

        Assert.That((await paths.RegisterAsync(_host, _anna.Access, authenticator, name)).Status, Is.AnyOf(400, 422));
        Assert.That((await paths.RegisterAsync(_host, _anna.Access, authenticator, new string('a', 65))).Status, Is.AnyOf(400, 422));
    }

    private static TestCaseData Lie(string name, Action<SoftwareAuthenticator> lie) => new TestCaseData(lie).SetArgDisplayNames(name);

    private static byte[] Es384()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return Point(point.X!, point.Y!, algorithm: -35, curve: 2);
    }

    private static byte[] Point(byte[] x, byte[] y, int algorithm = -7, int curve = 1)
    {
        var writer = new CborWriter();
        writer.WriteStartMap(5);
        foreach (var (label, value) in new[] { (1, 2), (3, algorithm), (-1, curve) })
        {
            writer.WriteInt32(label);
            writer.WriteInt32(value);
        }

        writer.WriteInt32(-2);
        writer.WriteByteString(x);
        writer.WriteInt32(-3);
        writer.WriteByteString(y);
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static void AssertRefused(Answer answer)
    {
        Assert.That(answer.Status, Is.AnyOf(400, 422), answer.Body);
        Assert.That(answer.Body, Does.Contain("The passkey could not be registered."));
    }
}
