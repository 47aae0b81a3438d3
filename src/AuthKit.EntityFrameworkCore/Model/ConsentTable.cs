using AuthKit.EntityFrameworkCore.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuthKit.EntityFrameworkCore.Model;

internal sealed class ConsentTable(ColumnTypes types) : IEntityTypeConfiguration<ConsentRow>
{
    public void Configure(EntityTypeBuilder<ConsentRow> row)
    {
        row.HasTable("authkit_consents", nameof(ConsentRow.UserId), nameof(ConsentRow.ClientId), nameof(ConsentRow.Scope));
        row.HasColumn(consent => consent.UserId, "user_id", types.Id);
        row.HasColumn(consent => consent.ClientId, "client_id", types.ExactText(256));
        row.HasColumn(consent => consent.Scope, "scope", types.ExactText(128));
        row.HasColumn(consent => consent.CreatedAt, "created_at", types.Time);
    }
}
