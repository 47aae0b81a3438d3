using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Tokens;

/// <summary>Anybody can verify a token by the keys that the host publishes.</summary>
internal sealed class JwksTests
{
    [Test]
    public async Task A_published_key_verifies_an_issued_token()
    {
        await using var host = await TestHost.StartAsync();
        var token = (await Pair.RegisterAsync(host)).Access;

        var keys = await KeysAsync(host);

        var published = keys.Single(key => key.GetProperty("kid").GetString() == Kid(token));
        using var key = Import(published);
        Assert.That(Verifies(key, token), Is.True);
    }

    [TestCase("ES256", "crv", "x", "y")]
    [TestCase("RS256", "n", "e")]
    public async Task A_published_key_is_public(string algorithm, params string[] publicPart)
    {
        await using var host = await TestHost.StartAsync();

        var members = (await KeysAsync(host)).Single(key => key.GetProperty("alg").GetString() == algorithm).EnumerateObject().Select(member => member.Name);

        Assert.That(members, Is.EquivalentTo(publicPart.Concat(["kty", "use", "alg", "kid"])));
    }

    [Test]
    public async Task An_RSA_key_has_3072_bits()
    {
        await using var host = await TestHost.StartAsync();

        var key = (await KeysAsync(host)).Single(key => key.GetProperty("alg").GetString() == "RS256");

        Assert.That(Base64Url.DecodeFromChars(key.GetProperty("n").GetString()), Has.Length.EqualTo(3072 / 8));
    }

    [Test]
    public async Task A_key_is_published_before_it_signs_and_its_predecessor_verifies_after_that()
    {
        await using var host = await TestHost.StartAsync();
        host.Clock.Advance(TimeSpan.FromDays(90) - TimeSpan.FromMinutes(5));
        var before = await Pair.RegisterAsync(host);
        // While the ring is read again, which makes keys, the cached one is served.
        var published = 1;
        for (var asked = 0; published == 1 && asked < 100; asked++)
            published = (await KeysAsync(host)).Count(key => key.GetProperty("alg").GetString() == "ES256");
        Assert.That(published, Is.EqualTo(2));

        host.Clock.Advance(TimeSpan.FromMinutes(10));
        var after = await Pair.SignInAsync(host);

        Assert.That(Kid(after.Access), Is.Not.EqualTo(Kid(before.Access)));
        Assert.That((await host.MeAsync(before.Access)).Status, Is.EqualTo(200));
        Assert.That((await host.MeAsync(after.Access)).Status, Is.EqualTo(200));
    }

    private static async Task<IReadOnlyList<JsonElement>> KeysAsync(TestHost host) => [.. (await host.GetAsync("/.well-known/jwks.json")).Json.GetProperty("keys").EnumerateArray()];

    private static ECDsa Import(JsonElement jwk) => ECDsa.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new() { X = Base64Url.DecodeFromChars(jwk.GetProperty("x").GetString()), Y = Base64Url.DecodeFromChars(jwk.GetProperty("y").GetString()) },
    });

    private static bool Verifies(ECDsa key, string token) => token.LastIndexOf('.') is var dot
        && key.VerifyData(Encoding.ASCII.GetBytes(token[..dot]), Base64Url.DecodeFromChars(token.AsSpan(dot + 1)), HashAlgorithmName.SHA256);

    private static string? Kid(string token) => new Forgery(token).Header["kid"]!.GetValue<string>();
}
