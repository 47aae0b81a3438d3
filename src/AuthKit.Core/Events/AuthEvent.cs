using System.Net;
using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>
/// Something that happened, told once it is kept: who, where, when, and how it went. No event holds a secret, nor what somebody
/// typed who was not found. A feature derives events of its own.
/// </summary>
public abstract record AuthEvent
{
    /// <summary>When it happened, by the clock of the node that it happened on.</summary>
    public DateTimeOffset Time { get; internal set; }

    /// <summary>The account; null where none is known, and for a client in its own name.</summary>
    public Guid? UserId { get; init => field = value == Guid.Empty ? null : value; }

    /// <summary>The alias of the tenant, the empty text for the home database; null where no database is known.</summary>
    public string? Tenant { get; init; }

    /// <summary>The session.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>The client, where there is one with this id; the contract's name for callers that present none.</summary>
    public string? ClientId { get; init; }

    /// <summary>The contract that the request came under; null where no request led to it.</summary>
    public string? Contract { get; internal set; }

    /// <summary>The address that the request came from, as the host sees it: personal data.</summary>
    public IPAddress? Address { get; internal set; }

    /// <summary>What the caller's program calls itself, at most 256 characters. Whoever calls writes it, so that it is in no log.</summary>
    public string? UserAgent { get; internal set; }

    /// <summary>How it went, in one of a few words, for metrics; null where there is one way only.</summary>
    protected internal virtual string? Outcome => null;

    /// <summary>Writes the event to the log, with ids for names.</summary>
    protected internal abstract void Log(ILogger logger);
}
