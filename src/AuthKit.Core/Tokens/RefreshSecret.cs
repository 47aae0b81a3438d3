using System.Security.Cryptography;
using AuthKit.Sessions;

namespace AuthKit.Tokens;

/// <summary>How the secret of a refresh token is followed by the next one (rotation, RFC 9700 §4.14.2).</summary>
internal static class RefreshSecret
{
    private const int SaltBytes = 16;

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltBytes);

    /// <summary>HKDF-SHA256 (RFC 5869): whoever holds the old secret can compute the next one; whoever holds the database cannot.</summary>
    public static byte[] Successor(byte[] secret, byte[] salt) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, TokenSecret.Bytes, salt, "AuthKit refresh successor"u8.ToArray());

    /// <summary>
    /// Whether a secret's successor under the session's salt is the secret in force. Then this may be a retry by a client
    /// that never got the last reply, rather than a replay.
    /// </summary>
    public static bool IsPredecessor(byte[] secret, Session session, out byte[] successor)
    {
        successor = [];
        if (session is not { Salt: { } salt, SecretHash: { } current })
            return false;
        successor = Successor(secret, salt);
        return CryptographicOperations.FixedTimeEquals(TokenSecret.Hash(successor), current);
    }
}
