using static AuthKit.Relational.SqlType;

namespace AuthKit.Relational.Schema;

/// <summary>What version 2 adds: the tenants whose databases callers brought.</summary>
internal static class TenantTables
{
    public static IEnumerable<Table> All =>
    [
        new(
            "authkit_tenants",
            [
                new("alias", ExactText, 64),
                new("slot", Integer),
                new("engine", Integer),
                new("fingerprint", Binary, 32),
                new("protected_connection", Binary, 8000),
                new("created_at", Time),
            ],
            ["alias"],
            [new(["slot"], Unique: true), new(["fingerprint"], Unique: true)]),
    ];
}
