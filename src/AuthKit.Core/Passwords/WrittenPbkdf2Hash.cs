using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AuthKit.Passwords;

/// <summary>
/// PBKDF2 hashes that other systems write as text: Django's <c>pbkdf2_sha256$rounds$salt$key</c> (and <c>pbkdf2_sha1</c>), Werkzeug's
/// <c>pbkdf2:sha256:rounds$salt$key</c> in hexadecimal, and Passlib's <c>$pbkdf2-sha256$rounds$salt$key</c> (<c>$pbkdf2$</c> is SHA-1), which
/// those of Keycloak are imported as.
/// </summary>
internal sealed class WrittenPbkdf2Hash : IForeignPasswordHash
{
    // The longest within the bounds has fewer characters.
    private const int MaxLength = 512;

    public bool? Verify(string hash, string password) => Parse(hash)?.Matches(password);

    public bool Reads(string hash) => Parse(hash) is not null;

    private static Pbkdf2Hash? Parse(string hash) => hash.Length > MaxLength ? null : hash.Split('$') switch
    {
        ["", var scheme, var rounds, var salt, var key] => Within(DigestOf(scheme), rounds, AdaptedBase64(salt), AdaptedBase64(key)),
        [['p', 'b', 'k', 'd', 'f', '2', '_', .. var digest], var rounds, var salt, var key] => Within(digest, rounds, Encoding.UTF8.GetBytes(salt), Base64(key)),
        [var method, var salt, var key] when method.Split(':') is ["pbkdf2", var digest, var rounds] => Within(digest, rounds, Encoding.UTF8.GetBytes(salt), Hexadecimal(key)),
        _ => null,
    };

    private static string DigestOf(string scheme) => scheme switch
    {
        "pbkdf2" => "sha1",
        "pbkdf2-sha256" => "sha256",
        "pbkdf2-sha512" => "sha512",
        _ => "",
    };

    private static Pbkdf2Hash? Within(string digest, string rounds, byte[]? salt, byte[]? key) =>
        Pbkdf2Bounds.TryFind(digest, out var known) && int.TryParse(rounds, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && salt is not null && key is not null
            ? Pbkdf2Hash.Within(known.Value, number, salt, key)
            : null;

    // Passlib writes base64 without padding, and a full stop for the plus sign.
    private static byte[]? AdaptedBase64(string text) => Base64(text.Replace('.', '+').PadRight((text.Length + 3) / 4 * 4, '='));

    private static byte[]? Base64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    private static byte[]? Hexadecimal(string text)
    {
        var bytes = new byte[text.Length / 2];
        return text.Length % 2 == 0 && Convert.FromHexString(text, bytes, out _, out _) is System.Buffers.OperationStatus.Done ? bytes : null;
    }
}
