using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using AuthKit.Passwords;
using Org.BouncyCastle.Crypto.Generators;

namespace AuthKit.Import.ForeignHashes;

/// <summary>
/// scrypt, as Django writes it (<c>scrypt$N$salt$r$p$key</c>), Werkzeug (<c>scrypt:N:r:p$salt$key</c>, in hexadecimal) and Passlib
/// (<c>$scrypt$ln=…,r=…,p=…$salt$key</c>).
/// </summary>
internal sealed class ScryptHash : IForeignPasswordHash
{
    private const int MaxLength = 512;

    public bool Reads(string hash) => Parse(hash) is not null;

    public bool? Verify(string hash, string password) => Parse(hash) is { } stored
        ? CryptographicOperations.FixedTimeEquals(stored.Key, SCrypt.Generate(Encoding.UTF8.GetBytes(password), stored.Salt, 1 << stored.LogN, stored.R, stored.P, stored.Key.Length))
        : null;

    private static Stored? Parse(string hash) => hash.Length > MaxLength ? null : hash.Split('$') switch
    {
        ["scrypt", var n, var salt, var r, var p, var key] => Within(Logarithm(n), Number(r), Number(p), Encoding.UTF8.GetBytes(salt), Base64.Read(key)),
        ["", "scrypt", var parameters, var salt, var key] when parameters.Split(',') is [['l', 'n', '=', .. var ln], ['r', '=', .. var r], ['p', '=', .. var p]] =>
            Within(Number(ln), Number(r), Number(p), Base64.Read(salt), Base64.Read(key)),
        [var method, var salt, var key] when method.Split(':') is ["scrypt", var n, var r, var p] =>
            Within(Logarithm(n), Number(r), Number(p), Encoding.UTF8.GetBytes(salt), Hexadecimal(key)),
        _ => null,
    };

    private static Stored? Within(int logN, int r, int p, byte[]? salt, byte[]? key) =>
        salt is not null && key is not null && ScryptBounds.AllowParameters(logN, r, p) && ScryptBounds.AllowLengths(salt.Length, key.Length) ? new(logN, r, p, salt, key) : null;

    // N is a power of two.
    private static int Logarithm(string n) => Number(n) is var number && BitOperations.IsPow2(number) ? BitOperations.Log2((uint)number) : -1;

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static byte[]? Hexadecimal(string text)
    {
        var bytes = new byte[text.Length / 2];
        return text.Length % 2 == 0 && Convert.FromHexString(text, bytes, out _, out _) is OperationStatus.Done ? bytes : null;
    }

    private sealed record Stored(int LogN, int R, int P, byte[] Salt, byte[] Key);
}
