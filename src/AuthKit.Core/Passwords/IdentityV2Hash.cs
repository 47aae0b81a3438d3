using System.Security.Cryptography;

namespace AuthKit.Passwords;

/// <summary>The hashes of ASP.NET Identity 1 and 2, version 2 of ASP.NET Core Identity: base64 of 0x00, 16 bytes of salt and 32 of PBKDF2-HMAC-SHA1 in 1,000 rounds.</summary>
internal sealed class IdentityV2Hash : IForeignPasswordHash
{
    private const int SaltBytes = 16;
    private const int KeyBytes = 32;
    private const int Bytes = 1 + SaltBytes + KeyBytes;
    private const int Rounds = 1000;

    public bool? Verify(string hash, string password) => Parse(hash)?.Matches(password);

    public bool Reads(string hash) => Parse(hash) is not null;

    private static Pbkdf2Hash? Parse(string hash)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        return Convert.TryFromBase64String(hash, bytes, out var length) && length == Bytes && bytes[0] == 0
            ? Pbkdf2Hash.Within(HashAlgorithmName.SHA1, Rounds, bytes[1..(1 + SaltBytes)].ToArray(), bytes[(1 + SaltBytes)..].ToArray())
            : null;
    }
}
