namespace AuthKit.Grants;

/// <summary>A grant to be kept.</summary>
internal sealed record NewGrant(GrantKind Kind, GrantKey Key, DateTimeOffset ExpiresAt)
{
    /// <summary>Whose it is; <see cref="Guid.Empty"/> where it is nobody's.</summary>
    public Guid UserId { get; init; }

    public string? ClientId { get; init; }

    /// <summary>What <see cref="GrantData"/> has written.</summary>
    public byte[]? Data { get; init; }

    public Grant At(DateTimeOffset now) => new()
    {
        Handle = Key.Handle,
        Kind = Kind,
        SecretHash = Key.SecretHash,
        UserId = UserId,
        ClientId = ClientId,
        Data = Data,
        CreatedAt = now,
        ExpiresAt = ExpiresAt,
    };
}
