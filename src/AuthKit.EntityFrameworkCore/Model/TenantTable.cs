using AuthKit.EntityFrameworkCore.Types;
using AuthKit.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuthKit.EntityFrameworkCore.Model;

internal sealed class TenantTable(ColumnTypes types) : IEntityTypeConfiguration<TenantRecord>
{
    public void Configure(EntityTypeBuilder<TenantRecord> row)
    {
        row.HasTable("authkit_tenants", nameof(TenantRecord.Alias));
        row.HasColumn(tenant => tenant.Alias, "alias", types.ExactText(64));
        row.HasColumn(tenant => tenant.Slot, "slot", types.Integer);
        row.HasColumn(tenant => tenant.Engine, "engine", types.Integer);
        row.HasColumn(tenant => tenant.Fingerprint, "fingerprint", types.Binary(32));
        row.HasColumn(tenant => tenant.ProtectedConnection, "protected_connection", types.Binary(8000));
        row.HasColumn(tenant => tenant.CreatedAt, "created_at", types.Time);
        row.HasIndexOver(nameof(TenantRecord.Slot)).IsUnique();
        row.HasIndexOver(nameof(TenantRecord.Fingerprint)).IsUnique();
    }
}
