using AuthKit.Records;

namespace AuthKit.Tokens;

/// <summary>How the key ring is kept.</summary>
internal static class KeyTable
{
    public static readonly Table<KeyRecord> Rows = new("authkit_keys");
    public static readonly Column<Guid> Id = Rows.Id("id", static key => key.Id);
    public static readonly Column<int> Use = Rows.Integer("key_use", static key => (int)key.Use).MapsTo(nameof(KeyRecord.Use));
    public static readonly Column<int> Generation = Rows.Integer("generation", static key => key.Generation);
    public static readonly Column<byte[]> PublicKey = Rows.Binary("public_key", 1024, static key => key.PublicKey);
    public static readonly Column<byte[]> ProtectedKey = Rows.Binary("protected_key", 8000, static key => key.ProtectedKey);
    public static readonly Column<DateTimeOffset> ActivatesAt = Rows.Time("activates_at", static key => key.ActivatesAt);
    public static readonly Column<DateTimeOffset> RetiresAt = Rows.Time("retires_at", static key => key.RetiresAt);
    public static readonly Column<DateTimeOffset> ExpiresAt = Rows.Time("expires_at", static key => key.ExpiresAt);

    static KeyTable()
    {
        Rows.KeyedBy(Id);
        Rows.UniqueBy(Use, Generation);
        Rows.ReadBy(static row => new()
        {
            Id = row.Get(Id),
            Use = (KeyUse)row.Get(Use),
            Generation = row.Get(Generation),
            PublicKey = row.Get(PublicKey),
            ProtectedKey = row.Get(ProtectedKey),
            ActivatesAt = row.Get(ActivatesAt),
            RetiresAt = row.Get(RetiresAt),
            ExpiresAt = row.Get(ExpiresAt),
        });
    }
}
