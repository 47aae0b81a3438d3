namespace AuthKit.Grants;

/// <summary>A one-time secret: stored by hash, consumed once, and kept until it expires so that a second use is recognised.</summary>
public sealed record Grant
{
    /// <summary>128 random bits that find the row.</summary>
    public required byte[] Handle { get; init; }

    /// <summary>What it may be exchanged for.</summary>
    public required GrantKind Kind { get; init; }

    /// <summary>The SHA-256 of the secret.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>Whose it is; an id that no account has for one written in an unknown account's place against timing attacks, so that it costs what a known one costs.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The client that it was made for; null where there is none.</summary>
    public string? ClientId { get; init; }

    /// <summary>What the flow that made it needs again when it is used, as UTF-8 JSON of at most 8,000 bytes; null where nothing. It holds no secret.</summary>
    public byte[]? Data { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was consumed.</summary>
    public DateTimeOffset? ConsumedAt { get; init; }

    /// <summary>Whether it can be consumed at a point in time.</summary>
    public bool IsOpen(DateTimeOffset now) => ConsumedAt is null && now < ExpiresAt;
}
