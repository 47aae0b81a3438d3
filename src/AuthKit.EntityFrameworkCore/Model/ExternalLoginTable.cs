using AuthKit.EntityFrameworkCore.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuthKit.EntityFrameworkCore.Model;

internal sealed class ExternalLoginTable(ColumnTypes types) : IEntityTypeConfiguration<ExternalLoginRow>
{
    public void Configure(EntityTypeBuilder<ExternalLoginRow> row)
    {
        row.HasTable("authkit_external_logins", nameof(ExternalLoginRow.Provider), nameof(ExternalLoginRow.Subject));
        row.HasColumn(login => login.Provider, "provider", types.ExactText(64));
        row.HasColumn(login => login.Subject, "subject", types.ExactText(255));
        row.HasColumn(login => login.UserId, "user_id", types.Id);
        row.HasColumn(login => login.CreatedAt, "created_at", types.Time);
    }
}
