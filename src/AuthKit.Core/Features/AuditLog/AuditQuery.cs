using System.Net;

namespace AuthKit.Features.AuditLog;

/// <summary>Which entries of the audit log are wanted; each member that is set narrows them.</summary>
/// <remarks>An account, an event, a client and an address have an index each, in which the newest come first; what else is said filters what the index finds.</remarks>
public sealed record AuditQuery
{
    /// <summary>The most entries of one page.</summary>
    public const int MaxLimit = 200;

    /// <summary>The tenant; <see cref="Tenants.Tenant.Home"/> for the home database. An account is asked for with its tenant: another tenant's database may hold the same id.</summary>
    public string? Tenant { get; init; }

    /// <summary>The account.</summary>
    public Guid? UserId { get; init; }

    /// <summary>The name of an event.</summary>
    public string? Event { get; init; }

    /// <summary>The client.</summary>
    public string? ClientId { get; init; }

    /// <summary>The address that requests came from.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>What happened then or later; to the millisecond.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>What happened before; to the millisecond.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Where a page goes on: the <see cref="AuditPage.Next"/> of the one before. It tells a place in the log, and opens nothing.</summary>
    public string? Cursor { get; init; }

    /// <summary>How many entries a page has at most; what is out of bounds counts as the bound.</summary>
    /// <value>Default: 50; 1 to <see cref="MaxLimit"/>.</value>
    public int Limit { get; init; } = 50;
}

/// <summary>Entries of the audit log, the newest first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Next">What the next page is asked for with; null where there are no more.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, string? Next);
