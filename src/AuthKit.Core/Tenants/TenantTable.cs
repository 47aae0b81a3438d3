using AuthKit.Databases;
using AuthKit.Records;

namespace AuthKit.Tenants;

/// <summary>How the tenants that callers brought are kept.</summary>
internal static class TenantTable
{
    // The numbers are stored.
    private static readonly List<string> Numbered = [.. DatabaseEngine.Documented.Select(static engine => engine.Name)];

    public static readonly Table<TenantRecord> Rows = new("authkit_tenants", since: 2);
    public static readonly Column<string> Alias = Rows.ExactText("alias", 64, static tenant => tenant.Alias);
    public static readonly Column<int> Slot = Rows.Integer("slot", static tenant => tenant.Slot);

    /// <summary>The documented engine by its place among them; -1 for one from outside. Nodes of version 3 know it alone.</summary>
    public static readonly Column<int> EngineNumber = Rows.Integer("engine", static tenant => Numbered.IndexOf(tenant.Engine)).MapsTo(nameof(EngineNumber));
    public static readonly Column<byte[]> Fingerprint = Rows.Binary("fingerprint", 32, static tenant => tenant.Fingerprint);
    public static readonly Column<byte[]> ProtectedConnection = Rows.Binary("protected_connection", 8000, static tenant => tenant.ProtectedConnection);
    public static readonly Column<DateTimeOffset> CreatedAt = Rows.Time("created_at", static tenant => tenant.CreatedAt);
    public static readonly Column<string?> Engine = Rows.ExactTextOrNull("engine_name", 64, static tenant => tenant.Engine, since: 4).MapsTo(nameof(TenantRecord.Engine));
    public static readonly Column<byte[]?> BroughtFrom = Rows.BinaryOrNull("brought_from", 32, static tenant => tenant.BroughtFrom, since: 4);
    public static readonly Column<DateTimeOffset?> KeptUntil = Rows.TimeOrNull("kept_until", static tenant => tenant.KeptUntil, since: 4);

    static TenantTable()
    {
        Rows.KeyedBy(Alias);
        Rows.UniqueBy(Slot);
        Rows.UniqueBy(Fingerprint);
        Rows.ReadBy(static row => new()
        {
            Alias = row.Get(Alias),
            Slot = row.Get(Slot),
            Engine = row.Get(Engine) ?? Numbered[row.Get(EngineNumber)],
            Fingerprint = row.Get(Fingerprint),
            ProtectedConnection = row.Get(ProtectedConnection),
            CreatedAt = row.Get(CreatedAt),
            BroughtFrom = row.Get(BroughtFrom),
            KeptUntil = row.Get(KeptUntil),
        });
    }
}
