using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace AuthKit.Passwords.Breached;

/// <summary>By what a corpus knows a password: the SHA-1 of its UTF-8.</summary>
/// <remarks>
/// SHA-1 is broken where collisions matter. Here it is the key under which public corpora list passwords that everybody knows; nothing is
/// kept under it, and it protects nothing.
/// </remarks>
internal static class BreachedHash
{
    public const int Bytes = SHA1.HashSizeInBytes;
    public const int Digits = 2 * Bytes;

    [SuppressMessage("Security", "CA5350", Justification = "The corpora are listed by it.")]
    public static byte[] Of(string password) => SHA1.HashData(Encoding.UTF8.GetBytes(password));
}
