using AuthKit.Records;

namespace AuthKit.Features.AuditLog;

/// <summary>The table of the audit log, which a host without it does not have.</summary>
public static class AuditLogSchema
{
    /// <summary>The schema that this release works with.</summary>
    public static Schema Current { get; } = new("authkit_audit", 1, [AuditTable.Rows]);
}
