using System.Diagnostics.CodeAnalysis;
using AuthKit.Tokens;
using Microsoft.IdentityModel.Tokens;

namespace AuthKit.Core.Tests.Tokens;

public sealed class SigningKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The cache of signature providers that all keys of a process share disposes of some while they sign: one token in some hundred thousand was a 500.</summary>
    [TestCase(KeyUse.Es256)]
    [TestCase(KeyUse.Rs256)]
    public void No_key_signs_or_verifies_by_the_shared_cache(KeyUse use)
    {
        var key = SigningKey.From(SigningKey.Generate(use, new Open(), 1, Now, Now.AddDays(1), Now.AddDays(2)), new Open())!;

        foreach (var factory in new[] { key.PublicKey.CryptoProviderFactory, key.Credentials.Key.CryptoProviderFactory })
        {
            Assert.That(factory, Is.Not.SameAs(CryptoProviderFactory.Default));
            Assert.That(factory.CacheSignatureProviders, Is.False);
        }
    }

    /// <summary>Seals nothing.</summary>
    private sealed class Open : IKeyProtector
    {
        public byte[] Protect(byte[] key) => [.. key];

        public bool TryUnprotect(byte[] protectedKey, [NotNullWhen(true)] out byte[]? key)
        {
            key = [.. protectedKey];
            return true;
        }
    }
}
