using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AuthKit.Passwords;
using BCrypt.Net;

namespace AuthKit.Import.ForeignHashes;

/// <summary>
/// bcrypt, as PHP, Laravel, Auth0 and others write it (<c>$2a$</c>, <c>$2b$</c>, <c>$2y$</c>), and as Django does: <c>bcrypt$</c> before it, or
/// <c>bcrypt_sha256$</c>, where it is that of the password's SHA-256 in hexadecimal. Hashes of <c>$2x$</c> are of a program with a fault, and refused.
/// </summary>
internal sealed partial class BcryptHash(ForeignHashOptions options) : IForeignPasswordHash
{
    private const int LeastCost = 4;
    private const int SettingsLength = 29;
    private const string Django = "bcrypt$";
    private const string DjangoSha256 = "bcrypt_sha256$";

    public bool Reads(string hash) => Parse(hash) is not null;

    public bool? Verify(string hash, string password)
    {
        if (Parse(hash) is not (var bcrypt, var digested))
            return null;
        try
        {
            var computed = BCrypt.Net.BCrypt.HashPassword(digested ? Digest(password) : password, bcrypt[..SettingsLength]);
            return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(computed[SettingsLength..]), Encoding.ASCII.GetBytes(bcrypt[SettingsLength..]));
        }
        catch (Exception e) when (e is SaltParseException or ArgumentException)
        {
            // A password that it takes no hash of.
            return false;
        }
    }

    private (string Bcrypt, bool Digested)? Parse(string hash)
    {
        var digested = hash.StartsWith(DjangoSha256, StringComparison.Ordinal);
        var bcrypt = digested ? hash[DjangoSha256.Length..] : hash.StartsWith(Django, StringComparison.Ordinal) ? hash[Django.Length..] : hash;
        return Shape().IsMatch(bcrypt) && int.Parse(bcrypt.AsSpan(4, 2), CultureInfo.InvariantCulture) is var cost && cost >= LeastCost && cost <= options.MaxBcryptCost
            ? (bcrypt, digested)
            : null;
    }

    private static string Digest(string password) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(password)));

    [GeneratedRegex(@"\A\$2[aby]\$[0-9]{2}\$[./A-Za-z0-9]{53}\z")]
    private static partial Regex Shape();
}
