using System.Buffers.Binary;
using System.Security.Cryptography;
using AuthKit.Tenants;

namespace AuthKit.Features;

/// <summary>
/// Challenges that nothing is kept of: the time until which they are good, random bytes, and a MAC over both and the purpose, under a key that every
/// node of the host has and nobody else.
/// </summary>
internal sealed class SealedChallenges(IDirectoryKey directoryKey)
{
    private const int TimeBytes = sizeof(long);
    private const int RandomBytes = 24;
    private const int TextBytes = TimeBytes + RandomBytes;

    public async ValueTask<byte[]> MakeAsync(ChallengePurpose purpose, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        var text = new byte[TextBytes];
        BinaryPrimitives.WriteInt64BigEndian(text, expires.ToUnixTimeMilliseconds());
        RandomNumberGenerator.Fill(text.AsSpan(TimeBytes));
        return [.. text, .. await MacOfAsync(text, purpose, cancellationToken)];
    }

    /// <summary>Until when it is good; null where it is none of this host's for this purpose.</summary>
    public async ValueTask<DateTimeOffset?> ExpiryOfAsync(byte[] challenge, ChallengePurpose purpose, CancellationToken cancellationToken)
    {
        if (challenge.Length != TextBytes + HMACSHA256.HashSizeInBytes)
            return null;
        var text = challenge[..TextBytes];
        var mac = await MacOfAsync(text, purpose, cancellationToken);
        return CryptographicOperations.FixedTimeEquals(challenge.AsSpan(TextBytes), mac)
            ? DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(text))
            : null;
    }

    private async ValueTask<byte[]> MacOfAsync(byte[] text, ChallengePurpose purpose, CancellationToken cancellationToken)
    {
        var key = HMACSHA256.HashData(await directoryKey.GetDirectoryKeyAsync(cancellationToken), "sealed challenge"u8);
        return HMACSHA256.HashData(key, purpose.Hash(text));
    }
}
