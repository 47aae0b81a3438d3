using AuthKit.EntityFrameworkCore.Types;
using AuthKit.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuthKit.EntityFrameworkCore.Model;

internal sealed class KeyTable(ColumnTypes types) : IEntityTypeConfiguration<KeyRecord>
{
    public void Configure(EntityTypeBuilder<KeyRecord> row)
    {
        row.HasTable("authkit_keys", nameof(KeyRecord.Id));
        row.HasColumn(key => key.Id, "id", types.Id);
        row.HasColumn(key => key.Use, "key_use", types.Integer);
        row.HasColumn(key => key.Generation, "generation", types.Integer);
        row.HasColumn(key => key.PublicKey, "public_key", types.Binary(1024));
        row.HasColumn(key => key.ProtectedKey, "protected_key", types.Binary(8000));
        row.HasColumn(key => key.ActivatesAt, "activates_at", types.Time);
        row.HasColumn(key => key.RetiresAt, "retires_at", types.Time);
        row.HasColumn(key => key.ExpiresAt, "expires_at", types.Time);
        row.HasIndexOver(nameof(KeyRecord.Use), nameof(KeyRecord.Generation)).IsUnique();
    }
}
