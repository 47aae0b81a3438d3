namespace AuthKit.Features.Connections;

/// <summary>A client of somebody else's that may act for the account's owner, within its scopes.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="ClientName">What people know it by.</param>
/// <param name="Scopes">What it may have: the values of scope (RFC 6749 §3.3) that were allowed for good, and those of its sessions.</param>
/// <param name="Since">Since when: the first of them.</param>
/// <param name="LastUsedAt">When a session of it was last begun or refreshed, of those that stand; null where none does.</param>
public sealed record Connection(string ClientId, string ClientName, IReadOnlyList<string> Scopes, DateTimeOffset Since, DateTimeOffset? LastUsedAt);
