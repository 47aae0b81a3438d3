using AuthKit.Queues;

namespace AuthKit.Mail;

/// <summary>A mail that waits to be sent: not its words, but what they are made from when it is.</summary>
public sealed record OutboxMail : IQueued
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What words it.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is worded from, protected at rest: the recipient, and a one-time secret where there is one. Null once it is dead.</summary>
    public byte[]? ProtectedData { get; init; }

    /// <summary>When it was enqueued.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is worth nothing any more, so that nobody tries further.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it may next be claimed. For a claimed one that is the end of the lease; a dead one is never due.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How often it has been claimed.</summary>
    public int Attempts { get; init; }

    /// <summary>When it was given up; null while it waits.</summary>
    public DateTimeOffset? DeadAt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(OutboxMail)} {Id}";
}
