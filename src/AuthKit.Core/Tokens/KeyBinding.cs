using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AuthKit.Tokens;

/// <summary>
/// What a sealed key says of its row, behind the key itself and under the same seal: a sealed key that somebody copies into another
/// row, under another id, for another use or a longer time, is no key there.
/// </summary>
internal static class KeyBinding
{
    /// <summary>What to seal.</summary>
    public static byte[] Bind(byte[] pkcs8, KeyRecord record) => [.. pkcs8, .. DigestOf(record)];

    /// <summary>Whether a key that was unsealed belongs to its row. What the release before has sealed does not say.</summary>
    /// <param name="unsealed">The key, and what it says of its row.</param>
    /// <param name="keyLength">The length of the key.</param>
    /// <param name="record">The row.</param>
    public static bool IsOf(ReadOnlySpan<byte> unsealed, int keyLength, KeyRecord record) =>
        unsealed.Length == keyLength || CryptographicOperations.FixedTimeEquals(unsealed[keyLength..], DigestOf(record));

    private static byte[] DigestOf(KeyRecord record)
    {
        var text = new byte[16 + (2 * sizeof(int)) + (3 * sizeof(long))];
        record.Id.TryWriteBytes(text);
        BinaryPrimitives.WriteInt32BigEndian(text.AsSpan(16), (int)record.Use);
        BinaryPrimitives.WriteInt32BigEndian(text.AsSpan(20), record.Generation);
        BinaryPrimitives.WriteInt64BigEndian(text.AsSpan(24), record.ActivatesAt.ToUnixTimeSeconds());
        BinaryPrimitives.WriteInt64BigEndian(text.AsSpan(32), record.RetiresAt.ToUnixTimeSeconds());
        BinaryPrimitives.WriteInt64BigEndian(text.AsSpan(40), record.ExpiresAt.ToUnixTimeSeconds());
        return SHA256.HashData(text);
    }
}
