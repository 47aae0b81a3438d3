namespace AuthKit.AuthorizationServer.Clients;

/// <summary>A client that registered itself (RFC 7591), as it is kept in the home database.</summary>
public sealed record ClientRecord
{
    /// <summary>The client's id: at most 256 characters of ASCII, compared exactly; unique.</summary>
    public required string Id { get; init; }

    /// <summary>The SHA-256 of the client's secret; null for a client without one. Where <see cref="SlowHash"/> is set, random: it matches nothing.</summary>
    public byte[]? SecretHash { get; init; }

    /// <summary>The hash, slow as that of a password, of a secret that the client chose and that is too short to be safe under one round of SHA-256; null for all others.</summary>
    public string? SlowHash { get; init; }

    /// <summary>What the client registered, as UTF-8 JSON of at most 8,000 bytes.</summary>
    public required byte[] Metadata { get; init; }

    /// <summary>The SHA-256 of the token with which it reads and changes its registration (RFC 7592); null for a client that has none.</summary>
    public byte[]? RegistrationHash { get; init; }

    /// <summary>When it registered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"client {Id}";
}
