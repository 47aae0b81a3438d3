namespace AuthKit.Passkeys.Storage;

/// <summary>A passkey: the public half of a key pair that an authenticator keeps for an account.</summary>
internal sealed record Passkey
{
    /// <summary>Its id here, which its owner names it by.</summary>
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>Its id at the authenticator, at most 1,023 bytes (WebAuthn §4).</summary>
    public required byte[] CredentialId { get; init; }

    /// <summary>The SHA-256 of <see cref="CredentialId"/>, by which it is found: no engine indexes as many bytes as that can have.</summary>
    public required byte[] CredentialHash { get; init; }

    /// <summary>As a COSE key (RFC 9052 §7).</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>The highest signature counter seen; 0 for authenticators that do not count.</summary>
    public required long SignCount { get; init; }

    /// <summary>The make of the authenticator, as it says itself.</summary>
    public required byte[] Aaguid { get; init; }

    /// <summary>How the authenticator can be reached, separated by commas; null where nothing was said.</summary>
    public string? Transports { get; init; }

    public required bool IsBackupEligible { get; init; }

    public required bool IsBackedUp { get; init; }

    /// <summary>Whether the authenticator verified its user at registration.</summary>
    public required bool IsUserVerified { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>When its removal began: it does not count any more. The row goes once the sessions that it started have ended.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Whether somebody had proved to own the account's address when the passkey last counted.</summary>
    public required bool IsAddressProved { get; init; }

    /// <summary>The account's credential version when the passkey last counted; null where its store keeps none.</summary>
    public int? CredentialVersion { get; init; }
}
