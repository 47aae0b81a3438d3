namespace AuthKit.TwoFactor.Storage;

/// <summary>An account's authenticator app, the one that waits to take its place, or both: one row, so that each step is one conditional update.</summary>
internal sealed record Authenticator
{
    public required Guid UserId { get; init; }

    /// <summary>Which one counts; null where none does.</summary>
    public Guid? Id { get; init; }

    /// <summary>Its secret under Data Protection; null where none counts.</summary>
    public byte[]? Secret { get; init; }

    /// <summary>Since when it counts.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>The step of the last code that was used (RFC 6238 §5.2): no code of it or of one before is good any more.</summary>
    public long LastStep { get; init; }

    /// <summary>Which recovery codes count.</summary>
    public Guid? RecoveryBatch { get; init; }

    /// <summary>The one that waits for its confirmation; null where none does.</summary>
    public Guid? PendingId { get; init; }

    /// <summary>The secret of that one under Data Protection.</summary>
    public byte[]? PendingSecret { get; init; }

    /// <summary>Since when it waits.</summary>
    public DateTimeOffset? PendingAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(Authenticator);
}
