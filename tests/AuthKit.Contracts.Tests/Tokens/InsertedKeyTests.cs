using System.Security.Cryptography;
using AuthKit.Conformance;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Records;
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

    private static IEnumerable<TestCaseData> Copies()
    {
        yield return new((KeyRecord key) => key with { Id = Guid.CreateVersion7(), Generation = 7 }) { TestName = "{m}(under another id)" };
        yield return new((KeyRecord key) => key with { ExpiresAt = key.ExpiresAt.AddYears(1) }) { TestName = "{m}(for longer)" };
        yield return new((KeyRecord key) => key with { ActivatesAt = key.ActivatesAt.AddYears(-1) }) { TestName = "{m}(from earlier on)" };
        yield return new((KeyRecord key) => key with { Use = KeyUse.Rs256, Generation = 7 }) { TestName = "{m}(for another algorithm)" };
    }

    [TestCaseSource(nameof(Copies))]
    public async Task A_sealed_key_is_none_in_another_row(Func<KeyRecord, KeyRecord> copy)
    {
        await using var before = await TestHost.StartAsync();
        var good = await Pair.RegisterAsync(before);
        KeyRecord copied;
        await using (var database = RingKey.Open(before))
        {
            var key = (await database.Keys.ListAsync(default)).Single(key => key.Use == KeyUse.Es256);
            await database.Keys.RemoveAsync(key.Id, default);
            copied = copy(key);
            Assert.That(await database.Keys.AddAsync(copied, default), Is.True);
        }

        await using var host = await TestHost.StartAsync(new() { Shared = before.Databases });

        Assert.That((await host.GetAsync(JwksPath)).Body, Does.Not.Contain(copied.Id.ToString("N")));
        Assert.That((await host.MeAsync(good.Access)).Status, Is.EqualTo(401));
        Assert.That((await host.MeAsync((await Pair.SignInAsync(host)).Access)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_sealed_signing_key_is_no_directory_s_key()
    {
        await using var before = await TestHost.StartAsync();
        await using (var database = RingKey.Open(before))
        {
            var keys = await database.Keys.ListAsync(default);
            var (directory, signing) = (keys.Single(key => key.Use == KeyUse.Directory), keys.Single(key => key.Use == KeyUse.Es256));
            await RingKey.RemoveAllAsync(before);
            foreach (var key in new[] { signing, directory with { ProtectedKey = signing.ProtectedKey } })
                Assert.That(await database.Keys.AddAsync(key, default), Is.True);
        }

        await using var host = await TestHost.StartAsync(new() { Shared = before.Databases });

        Assert.That((await new TenantSpeaker().RegisterAsync(host)).Status, Is.EqualTo(503));
        Assert.That((await host.MeAsync((await Pair.RegisterAsync(host)).Access)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task What_the_release_before_has_sealed_goes_on()
    {
        await using var before = await TestHost.StartAsync();
        var good = await Pair.RegisterAsync(before);
        using var ring = await RingKey.OfAsync(before);
        await using (var database = RingKey.Open(before))
        {
            var key = (await database.Keys.ListAsync(default)).Single(key => key.Use == KeyUse.Es256);
            await database.Keys.RemoveAsync(key.Id, default);
            await database.Keys.AddAsync(key with { ProtectedKey = before.Services.GetRequiredService<IKeyProtector>().Protect(ring.ExportPkcs8PrivateKey()) }, default);
        }

        await using var host = await TestHost.StartAsync(new() { Shared = before.Databases });

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

    [Test]
    public async Task Tenants_go_on_where_the_directory_s_key_is_put_back()
    {
        await using var before = await TestHost.StartAsync();
        await new TenantSpeaker().RegisterAsync(before, "tenant@example.com");
        var subject = new Forgery((await new TenantSpeaker().SignInAsync(before, "tenant@example.com")).Member("token")!).Payload["sub"]!.GetValue<string>();
        var escrowed = await before.Services.GetRequiredService<IKeyRing>().ExportDirectoryKeyAsync();
        await using var host = await TestHost.StartAsync(new()
        {
            Shared = before.Databases,
            Services = services => services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()),
        });
        var ring = host.Services.GetRequiredService<IKeyRing>();
        Assert.That(() => ring.ExportDirectoryKeyAsync(), Throws.InstanceOf<StoreUnavailableException>());

        await ring.RestoreDirectoryKeyAsync(escrowed);
        await ring.RestoreDirectoryKeyAsync(escrowed);

        Assert.That(new Forgery((await new TenantSpeaker().SignInAsync(host, "tenant@example.com")).Member("token")!).Payload["sub"]!.GetValue<string>(), Is.EqualTo(subject));
        Assert.That(() => ring.RestoreDirectoryKeyAsync(new byte[32]), Throws.ArgumentException);
        Assert.That(() => ring.RestoreDirectoryKeyAsync(new byte[31]), Throws.ArgumentException);
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
