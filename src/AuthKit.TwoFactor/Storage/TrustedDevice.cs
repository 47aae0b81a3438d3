namespace AuthKit.TwoFactor.Storage;

/// <summary>A device that is spared its account's second factor for a while.</summary>
internal sealed record TrustedDevice
{
    /// <summary>Its id here, which its owner names it by.</summary>
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>The SHA-256 of the token by which it is known to the account, which holds 128 random bits.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>What its owner may know it by.</summary>
    public required string Label { get; init; }

    /// <summary>The account's when its second factor was proved on it: it is trusted while no credential changes.</summary>
    public required int CredentialVersion { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(TrustedDevice);
}
