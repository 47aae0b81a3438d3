using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace AuthKit.Passwords;

/// <summary>How much a stored PBKDF2 hash (RFC 8018 §5.2) may cost to check, because it says so itself (denial of service).</summary>
internal static class Pbkdf2Bounds
{
    /// <summary>The most computations of HMAC: the rounds, once for each block of the key. Some seconds at the worst; what OWASP recommends is a third of it.</summary>
    private const int MostBlocks = 4_000_000;
    private const int LeastBytes = 16;
    private const int MostBytes = 128;

    /// <summary>Whether a hash is one that may be checked.</summary>
    public static bool Allow(long rounds, HashAlgorithmName digest, int saltLength, int keyLength) =>
        rounds is > 0 and <= MostBlocks
        && saltLength is > 0 and <= MostBytes
        && keyLength is >= LeastBytes and <= MostBytes
        && rounds * Blocks(digest, keyLength) <= MostBlocks;

    /// <summary>Finds a digest by the name that other systems write.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out HashAlgorithmName? digest)
    {
        digest = name switch
        {
            "sha1" => HashAlgorithmName.SHA1,
            "sha256" => HashAlgorithmName.SHA256,
            "sha512" => HashAlgorithmName.SHA512,
            _ => null,
        };
        return digest is not null;
    }

    private static int Blocks(HashAlgorithmName digest, int keyLength)
    {
        var bytes = digest == HashAlgorithmName.SHA1 ? SHA1.HashSizeInBytes : digest == HashAlgorithmName.SHA256 ? SHA256.HashSizeInBytes : SHA512.HashSizeInBytes;
        return (keyLength + bytes - 1) / bytes;
    }
}
