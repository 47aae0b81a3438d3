using AuthKit.EntityFrameworkCore.Types;
using AuthKit.Grants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuthKit.EntityFrameworkCore.Model;

internal sealed class GrantTable(ColumnTypes types) : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> row)
    {
        row.HasTable("authkit_grants", nameof(Grant.Handle));
        row.HasColumn(grant => grant.Handle, "handle", types.Binary(16));
        row.HasColumn(grant => grant.Kind, "kind", types.Integer);
        row.HasColumn(grant => grant.SecretHash, "secret_hash", types.Binary(32));
        row.HasColumn(grant => grant.UserId, "user_id", types.Id);
        row.HasColumn(grant => grant.CreatedAt, "created_at", types.Time);
        row.HasColumn(grant => grant.ExpiresAt, "expires_at", types.Time);
        row.HasColumn(grant => grant.ConsumedAt, "consumed_at", types.Time);
        row.HasColumn(grant => grant.ClientId, "client_id", types.ExactText(256));
        row.HasColumn(grant => grant.Data, "data", types.Binary(8000));
        row.HasIndexOver(nameof(Grant.UserId));
        row.HasIndexOver(nameof(Grant.ExpiresAt));
    }
}
