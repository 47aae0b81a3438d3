using System.Security.Cryptography;
using System.Text;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Conformance;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Passwords;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>A secret that a client chose can be short; whoever reads the database must not find it by trying what people choose.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class ChosenSecretTests(Engine engine)
{
    private const string Short = "a secret of its own";
    private const string Long = "a secret of its own, and a long one";

    [Test]
    public async Task A_short_one_is_kept_as_slowly_as_a_password()
    {
        await using var host = await TestHost.StartAsync(new() { Engine = engine });
        await RegisterAsync(host, "short", Short);
        await RegisterAsync(host, "long", Long);

        var (slow, fast) = (await KeptAsync(host, "short"), await KeptAsync(host, "long"));

        Assert.That(slow.SlowHash, Does.StartWith("$argon2id$"));
        Assert.That(slow.SecretHash, Is.Not.EqualTo(Sha256(Short)).And.Length.EqualTo(32));
        Assert.That((fast.SlowHash, fast.SecretHash), Is.EqualTo(((string?)null, Sha256(Long))).Using<(string?, byte[]?)>(static (a, b) => a.Item1 == b.Item1 && a.Item2!.SequenceEqual(b.Item2!)));
    }

    [TestCase(Short)]
    [TestCase(Long)]
    public async Task It_opens_and_no_other_does(string secret)
    {
        await using var host = await TestHost.StartAsync(new() { Engine = engine });
        await RegisterAsync(host, "newcomer", secret);
        await using var other = await TestHost.StartAsync(new() { Engine = engine, Shared = host.Databases });

        foreach (var node in new[] { host, host, other })
            (await AskAsync(node, secret)).AssertRefused(400, "invalid_grant");
        foreach (var wrong in new[] { $"{secret}.", "", secret.ToUpperInvariant() })
            (await AskAsync(host, wrong)).AssertRefused(401, "invalid_client");
    }

    [Test]
    public async Task It_is_hashed_once_however_often_it_is_sent_and_no_more_often_than_attempts_are_free()
    {
        var hasher = new CountingHasher();
        await using var host = await TestHost.StartAsync(new()
        {
            Engine = engine,
            Services = services => services.AddSingleton<IPasswordHasher>(hasher),
            Options = options => options.Lockout.MaxFailedClientAttempts = 5,
        });
        await RegisterAsync(host, "newcomer", Short);

        for (var i = 0; i < 3; i++)
            (await AskAsync(host, Short)).AssertRefused(400, "invalid_grant");
        Assert.That(hasher.Looks, Is.EqualTo(1));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => AskAsync(host, $"guess of number {i}")));
        Assert.That(hasher.Looks, Is.AtMost(1 + 5));
    }

    private static async Task RegisterAsync(TestHost host, string id, string secret)
    {
        var answer = await host.PostJsonAsync(
            "/register_client",
            $$"""{"client_id":"{{id}}","client_secret":"{{secret}}","redirect_uri":"https://client.example/"}""",
            Requests.Bearer(OAuthClients.InitialAccessToken));
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
    }

    private static Task<Answer> AskAsync(TestHost host, string secret) => OAuthSpeaker.RefreshAsync(host, new("newcomer", secret, ""), "any");

    private static async Task<ClientRecord> KeptAsync(TestHost host, string id)
    {
        await using var database = host.OpenHome();
        return (await database.Clients.FindAsync(id, default))!;
    }

    private static byte[] Sha256(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
