using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AuthKit.Passwords;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace AuthKit.Import.ForeignHashes;

/// <summary>
/// Firebase's hashes: the project's signer key, encrypted by AES-256 in counter mode under what scrypt makes of the password. They are
/// kept as <c>$firebase-scrypt$ln=…,r=…$separator$salt$hash</c>; the key is in the options alone.
/// </summary>
internal sealed class FirebaseHash(ForeignHashOptions options) : IForeignPasswordHash
{
    private const string Scheme = "firebase-scrypt";
    private const int AesKeyBytes = 32;
    private const int MaxLength = 1024;

    private readonly byte[]? _signerKey = options.Firebase is { } firebase ? Base64.Read(firebase.SignerKey) : null;

    /// <summary>What a hash is kept as; null where it is none.</summary>
    public static string? Write(FirebaseHashParameters parameters, string salt, string hash) =>
        Base64.Read(parameters.SaltSeparator) is { } separator && Base64.Read(salt) is { } saltBytes && Base64.Read(hash) is { } hashBytes
            ? string.Create(CultureInfo.InvariantCulture, $"${Scheme}$ln={parameters.MemoryCost},r={parameters.Rounds}${Base64.Write(separator)}${Base64.Write(saltBytes)}${Base64.Write(hashBytes)}")
            : null;

    public bool Reads(string hash) => Parse(hash) is not null;

    public bool? Verify(string hash, string password)
    {
        if (Parse(hash) is not { } stored)
            return null;
        var key = SCrypt.Generate(Encoding.UTF8.GetBytes(password), stored.Salt, 1 << stored.LogN, stored.R, 1, AesKeyBytes);
        var cipher = new SicBlockCipher(new AesEngine());
        cipher.Init(true, new ParametersWithIV(new KeyParameter(key), new byte[cipher.GetBlockSize()]));
        return CryptographicOperations.FixedTimeEquals(stored.Hash, Encrypt(cipher, _signerKey!));
    }

    private static byte[] Encrypt(SicBlockCipher cipher, byte[] text)
    {
        var size = cipher.GetBlockSize();
        var padded = new byte[(text.Length + size - 1) / size * size];
        text.CopyTo(padded, 0);
        var encrypted = new byte[padded.Length];
        for (var at = 0; at < padded.Length; at += size)
            cipher.ProcessBlock(padded, at, encrypted, at);
        return encrypted[..text.Length];
    }

    private Stored? Parse(string hash) =>
        _signerKey is not null && hash.Length <= MaxLength
        && hash.Split('$') is ["", Scheme, var parameters, var separator, var salt, var tag] && parameters.Split(',') is [['l', 'n', '=', .. var ln], ['r', '=', .. var r]]
        && Number(ln) is var logN && Number(r) is var blockSize && ScryptBounds.AllowParameters(logN, blockSize, 1)
        && Base64.Read(salt) is { } saltBytes && Base64.Read(separator) is { } separatorBytes && Base64.Read(tag) is { } bytes
        && bytes.Length == _signerKey.Length && saltBytes.Length + separatorBytes.Length > 0
            ? new(logN, blockSize, [.. saltBytes, .. separatorBytes], bytes)
            : null;

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private sealed record Stored(int LogN, int R, byte[] Salt, byte[] Hash);
}
