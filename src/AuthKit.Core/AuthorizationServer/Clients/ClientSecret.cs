using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>A client's secret. It is random, so that one round of SHA-256 protects what is stored.</summary>
internal static class ClientSecret
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>A hash as a client is configured with it.</summary>
    public static string Encode(byte[] hash) => Base64Url.EncodeToString(hash);

    /// <summary>The hash that a client is configured with; null where it has no secret.</summary>
    /// <exception cref="FormatException">It is no base64url.</exception>
    public static byte[]? HashOf(Client client) =>
        client.SecretHash is { } hash ? Base64Url.DecodeFromChars(hash)
        : string.IsNullOrEmpty(client.Secret) ? null
        : Hash(client.Secret);

    /// <summary>Whether a secret is the one behind a hash; it takes the same time where there is no hash.</summary>
    public static bool Matches(string? presented, byte[]? hash) =>
        CryptographicOperations.FixedTimeEquals(Hash(presented ?? ""), hash ?? Nothing) && hash is not null;

    private static byte[] Nothing { get; } = new byte[SHA256.HashSizeInBytes];
}
