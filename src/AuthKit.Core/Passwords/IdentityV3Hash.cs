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
    private const int LeastSalt = 16;
    private const int MostBytes = 256;

    public bool? Verify(string hash, string password) => Parse(hash)?.Matches(password);

    public bool Reads(string hash) => Parse(hash) is not null;

    private static Pbkdf2Hash? Parse(string hash)
    {
        Span<byte> bytes = stackalloc byte[HeaderBytes + MostBytes];
        if (!Convert.TryFromBase64String(hash, bytes, out var length) || length < HeaderBytes || bytes[0] != 1)
            return null;
        var rounds = BinaryPrimitives.ReadUInt32BigEndian(bytes[5..]);
        var saltLength = BinaryPrimitives.ReadUInt32BigEndian(bytes[9..]);
        if (Prf(bytes) is not { } prf || saltLength < LeastSalt || saltLength > length - HeaderBytes)
            return null;
        var rest = bytes[HeaderBytes..length];
        return Pbkdf2Hash.Within(prf, rounds, rest[..(int)saltLength].ToArray(), rest[(int)saltLength..].ToArray());
    }

    private static HashAlgorithmName? Prf(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt32BigEndian(header[1..]) switch
    {
        1 => HashAlgorithmName.SHA256,
        2 => HashAlgorithmName.SHA512,
        _ => null,
    };
}
