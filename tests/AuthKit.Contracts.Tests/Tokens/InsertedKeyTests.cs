using System.Security.Cryptography;
using AuthKit.Conformance;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Tokens;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Pair = AuthKit.Contracts.Tests.Harness.Pair;

namespace AuthKit.Contracts.Tests.Tokens;

/// <summary>Whoever can write to the table of keys signs nothing thereby; a key that is compromised ends at once.</summary>
internal sealed class InsertedKeyTests
{
    private const string JwksPath = "/.well-known/jwks.json";

    [TestCase(2)]
    [TestCase(int.MaxValue)]
    public async Task A_row_that_somebody_inserted_is_not_published_and_signs_nothing(int generation)
    {
        await using var before = await TestHost.StartAsync();
        var good = await Pair.RegisterAsync(before);
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = Guid.CreateVersion7();
        await using (var database = RingKey.Open(before))
            Assert.That(await database.Keys.AddAsync(Inserted(id, generation, foreign), default), Is.True);
        await using var host = await TestHost.StartAsync(new() { Shared = before.Databases });

        var forged = new Forgery(good.Access);
        forged.Header["kid"] = id.ToString("N");

        Assert.That((await host.MeAsync(forged.Signed(foreign))).Status, Is.EqualTo(401));
        Assert.That((await host.GetAsync(JwksPath)).Body, Does.Not.Contain(id.ToString("N")));
        Assert.That((await host.MeAsync((await Pair.SignInAsync(host)).Access)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_public_half_that_somebody_exchanged_verifies_nothing()
    {
        await using var before = await TestHost.StartAsync();
        var good = await Pair.RegisterAsync(before);
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using (var database = RingKey.Open(before))
        {
            var key = (await database.Keys.ListAsync(default)).Single(key => key.Use == KeyUse.Es256);
            await database.Keys.RemoveAsync(key.Id, default);
            await database.Keys.AddAsync(key with { PublicKey = foreign.ExportSubjectPublicKeyInfo() }, default);
        }

        await using var host = await TestHost.StartAsync(new() { Shared = before.Databases });

        Assert.That((await host.MeAsync(new Forgery(good.Access).Signed(foreign))).Status, Is.EqualTo(401));
        Assert.That((await host.MeAsync(good.Access)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_retired_key_ends_at_once()
    {
        await using var host = await TestHost.StartAsync();
        var pair = await Pair.RegisterAsync(host);
        Assert.That((await host.MeAsync(pair.Access)).Status, Is.EqualTo(200));
        var kid = (string)new Forgery(pair.Access).Header["kid"]!;

        Assert.That(await host.Services.GetRequiredService<IKeyRing>().RetireAsync(kid), Is.True);

        Assert.That((await host.MeAsync(pair.Access)).Status, Is.EqualTo(401));
        Assert.That((await host.GetAsync(JwksPath)).Body, Does.Not.Contain(kid));
        Assert.That((await host.MeAsync((await pair.RefreshAsync(host)).Access)).Status, Is.EqualTo(200));
        Assert.That(await host.Services.GetRequiredService<IKeyRing>().RetireAsync(kid), Is.False);
    }

    [Test]
    public async Task Home_accounts_go_on_where_the_ring_is_lost()
    {
        await using var before = await TestHost.StartAsync();
        await Pair.RegisterAsync(before);
        await new TenantSpeaker().RegisterAsync(before, "tenant@example.com");
        await using var host = await TestHost.StartAsync(new()
        {
            Shared = before.Databases,
            Services = services => services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()),
        });

        Assert.That((await host.MeAsync((await Pair.SignInAsync(host)).Access)).Status, Is.EqualTo(200));
        Assert.That((await new TenantSpeaker().SignInAsync(host, "tenant@example.com")).Status, Is.Not.EqualTo(500));
        Assert.That((await new TenantSpeaker().RegisterAsync(host, "other@example.com")).Status, Is.EqualTo(503));
    }

    private static KeyRecord Inserted(Guid id, int generation, ECDsa key) => new()
    {
        Id = id,
        Use = KeyUse.Es256,
        Generation = generation,
        PublicKey = key.ExportSubjectPublicKeyInfo(),
        ProtectedKey = key.ExportPkcs8PrivateKey(),
        ActivatesAt = DateTimeOffset.UnixEpoch,
        RetiresAt = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
        ExpiresAt = new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };
}
