using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace AuthKit.Tenants;

/// <summary>A keyed hash of a connection string's canonical form: enough to compare two and to name one in a log, not to learn one.</summary>
internal static class ConnectionFingerprint
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    public static byte[] Of(string connectionString) => HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(Canonical(connectionString)));

    // Keywords in any case and order are the same connection; a URI (mongodb://) stands as it is.
    private static string Canonical(string connectionString)
    {
        try
        {
            var parsed = new DbConnectionStringBuilder { ConnectionString = connectionString };
            var pairs = parsed.Keys.Cast<string>().Order(StringComparer.OrdinalIgnoreCase)
                .Select(key => $"{key.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal)}={parsed[key]}");
            return string.Join('\n', pairs);
        }
        catch (ArgumentException)
        {
            return connectionString.Trim();
        }
    }
}
