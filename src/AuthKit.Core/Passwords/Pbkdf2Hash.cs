using System.Security.Cryptography;

namespace AuthKit.Passwords;

/// <summary>A stored PBKDF2 hash (RFC 8018 §5.2), whoever wrote it.</summary>
/// <param name="Digest">The digest of its HMAC.</param>
/// <param name="Rounds">The iteration count.</param>
/// <param name="Salt">The salt.</param>
/// <param name="Key">The derived key.</param>
internal sealed record Pbkdf2Hash(HashAlgorithmName Digest, int Rounds, byte[] Salt, byte[] Key)
{
    /// <summary>A hash within <see cref="Pbkdf2Bounds"/>; null where it is not.</summary>
    public static Pbkdf2Hash? Within(HashAlgorithmName digest, long rounds, byte[] salt, byte[] key) =>
        Pbkdf2Bounds.Allow(rounds, digest, salt.Length, key.Length) ? new(digest, (int)rounds, salt, key) : null;

    /// <summary>Whether it is a password's, in constant time.</summary>
    public bool Matches(string password) => CryptographicOperations.FixedTimeEquals(Key, Rfc2898DeriveBytes.Pbkdf2(password, Salt, Rounds, Digest, Key.Length));

    /// <inheritdoc/>
    public override string ToString() => nameof(Pbkdf2Hash);
}
