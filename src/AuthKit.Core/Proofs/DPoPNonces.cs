using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.Proofs;

/// <summary>
/// The server's nonces (RFC 9449 §8): one for each stretch of time, which a keyed hash computes, so that none is stored and every node
/// knows those of all others. The previous one is good still, and the next one, which a node may hand out whose clock is ahead.
/// </summary>
internal sealed class DPoPNonces(KeyRing keys, IOptions<AuthKitOptions> options, TimeProvider time)
{
    /// <summary>How many lifetimes of a proof a nonce is good for, at the most.</summary>
    public const int Lifetimes = 3;

    private long Period => time.GetUtcNow().UtcTicks / options.Value.OAuth.DPoP.ProofLifetime.Ticks;

    /// <summary>The nonce to hand out.</summary>
    public async ValueTask<string> CurrentAsync(CancellationToken cancellationToken) => Of(await keys.GetDirectoryKeyAsync(cancellationToken), Period);

    /// <summary>Whether a nonce counts, and whether it is the one that is handed out now.</summary>
    public async ValueTask<(bool Counts, bool IsCurrent)> JudgeAsync(string nonce, CancellationToken cancellationToken)
    {
        var (key, now) = (await keys.GetDirectoryKeyAsync(cancellationToken), Period);
        var (current, previous, next) = (Is(nonce, Of(key, now)), Is(nonce, Of(key, now - 1)), Is(nonce, Of(key, now + 1)));
        return (current || previous || next, current);
    }

    private static bool Is(string nonce, string expected) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(nonce), Encoding.ASCII.GetBytes(expected));

    private static string Of(byte[] key, long period) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"DPoP nonce\n{period}"))));
}
