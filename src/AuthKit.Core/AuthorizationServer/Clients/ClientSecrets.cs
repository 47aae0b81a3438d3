using System.Buffers.Text;
using System.Security.Cryptography;
using AuthKit.Passwords;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>
/// The secrets that clients choose themselves. One that is short enough to be found from its SHA-256 is hashed as slowly as a
/// password; what was right once is known in this process, so that a client's every request does not cost a hash.
/// </summary>
internal sealed class ClientSecrets(PasswordHashing passwords, IOptions<AuthKitOptions> options) : IDisposable
{
    /// <summary>A secret of this many characters is not guessed.</summary>
    public const int LongSecret = 32;

    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly MemoryCache _right = new(new MemoryCacheOptions { SizeLimit = options.Value.MaxCacheEntries });

    /// <summary>What of a secret is kept, or that too many wait to hash.</summary>
    public async ValueTask<Outcome<SecretHashes>> HashAsync(string secret, CancellationToken cancellationToken)
    {
        if (secret.Length >= LongSecret)
            return new SecretHashes(ClientSecret.Hash(secret), null);
        if (!(await passwords.HashAsync(secret, cancellationToken)).Succeeded(out var slow, out var busy))
            return busy;
        // Nodes of schema version 3 look at this one alone, and refuse what would otherwise be a client without a secret.
        return new SecretHashes(RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes), slow);
    }

    /// <summary>Whether a secret is known to be right without a slow hash.</summary>
    public bool IsKnown(string? presented, SecretHashes kept) =>
        kept.Slow is { } slow ? _right.TryGetValue(Key(presented, slow), out _) : ClientSecret.Matches(presented, kept.Fast);

    /// <summary>Whether a secret is right, or that too many wait to hash.</summary>
    public async ValueTask<Outcome<bool>> IsRightAsync(string? presented, SecretHashes kept, CancellationToken cancellationToken)
    {
        if (IsKnown(presented, kept))
            return true;
        if (kept.Slow is not { } slow || string.IsNullOrEmpty(presented))
            return false;
        if (!(await passwords.VerifyAsync(slow, presented, cancellationToken)).Succeeded(out var check, out var busy))
            return busy;
        if (check.IsRight)
            _right.Set(Key(presented, slow), true, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Remembered });
        return check.IsRight;
    }

    public void Dispose() => _right.Dispose();

    private static string Key(string? presented, string slow) => $"{slow}\n{Base64Url.EncodeToString(ClientSecret.Hash(presented ?? ""))}";
}

/// <summary>What is kept of a client's secret.</summary>
/// <param name="Fast">Its SHA-256; null where there is no secret.</param>
/// <param name="Slow">Its slow hash, which then is the one that counts.</param>
internal readonly record struct SecretHashes(byte[]? Fast, string? Slow);
