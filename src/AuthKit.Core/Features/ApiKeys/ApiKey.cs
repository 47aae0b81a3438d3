using System.Security.Cryptography;

namespace AuthKit.Features.ApiKeys;

/// <summary>A personal key, by which a program calls for an account.</summary>
internal sealed record ApiKey
{
    private static readonly byte[] Nothing = new byte[SHA256.HashSizeInBytes];

    /// <summary>Its id, which its owner names it by: a UUID version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The account that it calls for.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Which of the account's keys it is, from 0: two have never the same, so that no race exceeds the limit.</summary>
    public required int Slot { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>128 random bits that find the row.</summary>
    public required byte[] Handle { get; init; }

    /// <summary>The SHA-256 of the secret, which is 256 random bits.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>That of the secret before the last rotation; null where it ended at once.</summary>
    public byte[]? FormerSecretHash { get; init; }

    /// <summary>Until when the former secret is good.</summary>
    public DateTimeOffset? FormerUntil { get; init; }

    /// <summary>What it may do, values separated by spaces.</summary>
    public required string Scope { get; init; }

    /// <summary>The account's when it was made, and raised with it where the owner changes a credential; null where the store counts none.</summary>
    public int? CredentialVersion { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it last got another secret.</summary>
    public DateTimeOffset? RotatedAt { get; init; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Whether a secret of this hash opens the key. Against timing attacks the work is the same for no key at all.</summary>
    public static bool IsOpened(ApiKey? key, byte[] hash, DateTimeOffset now)
    {
        var former = key is { FormerUntil: { } until } && now < until ? key.FormerSecretHash : null;
        return CryptographicOperations.FixedTimeEquals(key?.SecretHash ?? Nothing, hash) | CryptographicOperations.FixedTimeEquals(former ?? Nothing, hash);
    }

    /// <summary>Whether its time is over.</summary>
    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;

    /// <inheritdoc/>
    public override string ToString() => $"API key {Id}";
}
