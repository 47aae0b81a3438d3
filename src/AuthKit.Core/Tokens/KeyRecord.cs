namespace AuthKit.Tokens;

/// <summary>A key of the ring as it is stored.</summary>
public sealed record KeyRecord
{
    /// <summary>The key's id, the <c>kid</c> of what it signs.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is for.</summary>
    public required KeyUse Use { get; init; }

    /// <summary>Counts the keys of one use from 1; unique with <see cref="Use"/>.</summary>
    public required int Generation { get; init; }

    /// <summary>The public key as SubjectPublicKeyInfo (RFC 5280 §4.1.2.7); empty for a secret key.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>The private or secret key, protected by <see cref="IKeyProtector"/>.</summary>
    public required byte[] ProtectedKey { get; init; }

    /// <summary>When it may first sign: late enough for every node to have read it.</summary>
    public required DateTimeOffset ActivatesAt { get; init; }

    /// <summary>When it stops signing.</summary>
    public required DateTimeOffset RetiresAt { get; init; }

    /// <summary>When nothing that it signed can be valid any more.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
