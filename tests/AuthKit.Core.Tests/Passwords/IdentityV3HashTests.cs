using System.Buffers.Binary;
using System.Security.Cryptography;
using AuthKit.Passwords;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AuthKit.Core.Tests.Passwords;

public sealed class IdentityV3HashTests
{
    private readonly IdentityV3Hash _hash = new();

    [TestCase(10_000)]
    [TestCase(100_000)]
    public void A_hash_that_Identity_wrote_verifies(int rounds)
    {
        var identity = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = rounds }));
        var stored = identity.HashPassword(new(), "mật khẩu 1");

        Assert.Multiple(() =>
        {
            Assert.That(_hash.Verify(stored, "mật khẩu 1"), Is.True);
            Assert.That(_hash.Verify(stored, "mật khẩu 2"), Is.False);
        });
    }

    [Test]
    public void A_hash_with_HMAC_SHA256_verifies() =>
        Assert.That(_hash.Verify(Write(prf: 1, rounds: 10_000, HashAlgorithmName.SHA256), "password 1"), Is.True);

    [TestCase("")]
    [TestCase("$argon2id$v=19$m=19456,t=2,p=1$AAAA$AAAA")]
    [TestCase("AAECAwQFBgcICQoLDA0ODw==", Description = "Version 2.")]
    [TestCase("AQAAAAI=", Description = "Cut off.")]
    [TestCase("AQAAAAL/////AAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", Description = "Four billion rounds.")]
    [TestCase("AQAAAAIAAAAB/////wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", Description = "A salt longer than the hash.")]
    public void Anything_else_is_not_of_this_kind(string stored) => Assert.That(_hash.Verify(stored, "password 1"), Is.Null);

    private static string Write(uint prf, uint rounds, HashAlgorithmName algorithm)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var bytes = new byte[13 + 16 + 32];
        bytes[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(1), prf);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(5), rounds);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(9), 16);
        salt.CopyTo(bytes, 13);
        Rfc2898DeriveBytes.Pbkdf2("password 1", salt, bytes.AsSpan(29), (int)rounds, algorithm);
        return Convert.ToBase64String(bytes);
    }
}
