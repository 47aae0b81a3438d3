using AuthKit.Core.Tests.Tenants.BroughtDatabases;
using AuthKit.Tokens;

namespace AuthKit.Core.Tests.Tokens;

internal sealed class SigningKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    /// <summary>The cache that all keys of a process share disposes of signature providers while they sign.</summary>
    [TestCase(KeyUse.Es256)]
    [TestCase(KeyUse.Rs256)]
    public void Its_signature_providers_are_in_no_shared_cache(KeyUse use)
    {
        var key = SigningKey.From(SigningKey.Generate(use, new PlainProtector(), 1, Now, Now.AddDays(1), Now.AddDays(2)), new PlainProtector())!;

        foreach (var factory in new[] { key.PublicKey.CryptoProviderFactory, key.Credentials.Key.CryptoProviderFactory })
            Assert.That(factory.CacheSignatureProviders, Is.False);
        Assert.That(key.Credentials.CryptoProviderFactory, Is.Null);
    }

    [Test]
    public void Times_are_whole_seconds_so_that_no_engine_rounds_what_is_sealed()
    {
        var protector = new PlainProtector();
        var record = SigningKey.Generate(KeyUse.Es256, protector, 1, Now.AddTicks(9_999_999), Now.AddDays(1).AddTicks(5), Now.AddDays(2).AddTicks(9_999_995));

        Assert.That((record.ActivatesAt, record.RetiresAt, record.ExpiresAt), Is.EqualTo((Now, Now.AddDays(1), Now.AddDays(2))));
        Assert.That(SigningKey.From(record, protector), Is.Not.Null);
    }
}
