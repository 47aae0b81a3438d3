using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AuthKit.Passwords;

/// <summary>
/// ASP.NET Core Identity's version 3 hashes: base64 of 0x01, the PRF (1 is HMAC-SHA256, 2 is HMAC-SHA512; 0, HMAC-SHA1,
/// was never written by it), the rounds and the salt's length, each big-endian in 32 bits, then salt and PBKDF2 subkey.
/// </summary>
internal sealed class IdentityV3Hash : IForeignPasswordHash
{
    private const int HeaderBytes = 13;
    private const int LeastBytes = 16;
    private const int MostBytes = 128;
    private const int MostRounds = 10_000_000;

    public bool? Verify(string hash, string password)
    {
        var bytes = new byte[HeaderBytes + (2 * MostBytes)];
        if (!Convert.TryFromBase64String(hash, bytes, out var length) || length < HeaderBytes || bytes[0] != 1)
            return null;
        var rounds = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5));
        var saltLength = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(9));
        if (Prf(bytes) is not { } prf || rounds is 0 or > MostRounds || saltLength is < LeastBytes or > MostBytes || length - HeaderBytes - saltLength < LeastBytes)
            return null;
        var salt = bytes.AsSpan(HeaderBytes, (int)saltLength);
        var subkey = bytes.AsSpan(HeaderBytes + (int)saltLength, length - HeaderBytes - (int)saltLength);
        return CryptographicOperations.FixedTimeEquals(subkey, Rfc2898DeriveBytes.Pbkdf2(password, salt, (int)rounds, prf, subkey.Length));
    }

    private static HashAlgorithmName? Prf(byte[] header) => BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(1)) switch
    {
        1 => HashAlgorithmName.SHA256,
        2 => HashAlgorithmName.SHA512,
        _ => null,
    };
}
