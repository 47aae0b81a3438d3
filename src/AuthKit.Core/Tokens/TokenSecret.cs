using System.Security.Cryptography;

namespace AuthKit.Tokens;

/// <summary>The secret half of an <see cref="OpaqueToken"/>. It is random, so that one round of SHA-256 protects what is stored.</summary>
internal static class TokenSecret
{
    public const int Bytes = 32;

    public static byte[] New() => RandomNumberGenerator.GetBytes(Bytes);

    public static byte[] Hash(ReadOnlySpan<byte> secret) => SHA256.HashData(secret);
}
