namespace AuthKit.Features.AuditLog;

/// <summary>An event as the audit log keeps it.</summary>
public sealed record AuditEntry
{
    /// <summary>Its id, a UUID of version 7: it tells the order of entries.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it happened, by the clock of the node that it happened on.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened: the name of an event, as in <c>docs/events.md</c>.</summary>
    public required string Event { get; init; }

    /// <summary>The alias of the tenant, the empty text for the home database; null where no database is known.</summary>
    public string? Tenant { get; init; }

    /// <summary>The account; null where none is known.</summary>
    public Guid? UserId { get; init; }

    /// <summary>The session.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>The client, or the contract for callers that present none.</summary>
    public string? ClientId { get; init; }

    /// <summary>The address that the request came from: personal data, null once it was erased.</summary>
    public string? Address { get; init; }

    /// <summary>The device, by a short name as its program calls itself: personal data, null once it was erased.</summary>
    public string? Device { get; init; }

    /// <summary>How it went, or why, in one of a few words; null where there is one way only.</summary>
    public string? Outcome { get; init; }

    /// <summary>What the event tells beside this, a JSON object; null where it tells nothing more.</summary>
    public string? Details { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Event} {Id}";
}
