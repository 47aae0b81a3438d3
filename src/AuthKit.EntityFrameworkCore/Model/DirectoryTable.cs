using AuthKit.EntityFrameworkCore.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuthKit.EntityFrameworkCore.Model;

internal sealed class DirectoryTable(ColumnTypes types) : IEntityTypeConfiguration<DirectoryEntry>
{
    public void Configure(EntityTypeBuilder<DirectoryEntry> row)
    {
        row.HasTable("authkit_directory", nameof(DirectoryEntry.NameHash), nameof(DirectoryEntry.Tenant));
        row.HasColumn(entry => entry.NameHash, "name_hash", types.Binary(32));
        row.HasColumn(entry => entry.Tenant, "tenant", types.ExactText(64));
    }
}
