using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace AuthKit.Docs.Tests.Extending;

/// <summary>What stands in these tests for a bcrypt library: the system's own <c>crypt</c>.</summary>
internal static class Bcrypt
{
    // libcrypt keeps its answer in one static buffer.
    private static readonly Lock OneAtATime = new();

    public static bool Verify(string password, string hash) =>
        Hash(password, hash) is { } computed && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(computed), Encoding.ASCII.GetBytes(hash));

    /// <summary>The hash under a setting, which a whole hash serves as too; null where the system has no bcrypt.</summary>
    public static string? Hash(string password, string setting)
    {
        lock (OneAtATime)
        {
            var hash = Marshal.PtrToStringAnsi(Crypt(password, setting));
            return hash is null || hash.StartsWith('*') ? null : hash;
        }
    }

    [DllImport("libcrypt.so.1", EntryPoint = "crypt", CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern nint Crypt(string password, string setting);
}
