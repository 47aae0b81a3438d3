using System.Security.Cryptography;

namespace AuthKit.Sessions;

/// <summary>The secret half of a refresh token.</summary>
internal static class RefreshSecret
{
    public const int Bytes = 32;
    public const int SaltBytes = 16;

    public static byte[] New() => RandomNumberGenerator.GetBytes(Bytes);

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltBytes);

    public static byte[] Hash(ReadOnlySpan<byte> secret) => SHA256.HashData(secret);

    /// <summary>HKDF-SHA256 (RFC 5869): whoever holds the old secret can compute the next one; whoever holds the database cannot.</summary>
    public static byte[] Successor(byte[] secret, byte[] salt) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Bytes, salt, "AuthKit refresh successor"u8.ToArray());

    /// <summary>Whether a secret's successor under the session's salt is the secret in force, and so the last reply may have been lost.</summary>
    public static bool IsPredecessor(byte[] secret, Session session, out byte[] successor)
    {
        successor = [];
        if (session is not { Salt: { } salt, SecretHash: { } current })
            return false;
        successor = Successor(secret, salt);
        return CryptographicOperations.FixedTimeEquals(Hash(successor), current);
    }
}
