namespace AuthKit.Tenants;

/// <summary>A tenant that a name lives in.</summary>
/// <param name="NameHash">The keyed hash of the e-mail address or user name, 32 bytes.</param>
/// <param name="Tenant">The tenant's alias.</param>
/// <param name="AddedAt">When it was noted; null where a node of schema version 3 did.</param>
public sealed record DirectoryEntry(byte[] NameHash, string Tenant, DateTimeOffset? AddedAt = null);
