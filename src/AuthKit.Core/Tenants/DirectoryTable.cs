using AuthKit.Records;

namespace AuthKit.Tenants;

/// <summary>How the directory of names is kept.</summary>
internal static class DirectoryTable
{
    public static readonly Table<DirectoryEntry> Rows = new("authkit_directory");
    public static readonly Column<byte[]> NameHash = Rows.Binary("name_hash", 32, static entry => entry.NameHash);
    public static readonly Column<string> Tenant = Rows.ExactText("tenant", 64, static entry => entry.Tenant);
    public static readonly Column<DateTimeOffset?> AddedAt = Rows.TimeOrNull("added_at", static entry => entry.AddedAt, since: 4);

    static DirectoryTable()
    {
        Rows.KeyedBy(NameHash, Tenant);
        Rows.ReadBy(static row => new(row.Get(NameHash), row.Get(Tenant), row.Get(AddedAt)));
    }
}
