namespace AuthKit.EntityFrameworkCore.Model;

/// <summary>A tenant that a name lives in.</summary>
/// <param name="NameHash">The keyed hash of the e-mail address or user name.</param>
/// <param name="Tenant">The tenant's alias.</param>
public sealed record DirectoryEntry(byte[] NameHash, string Tenant);
