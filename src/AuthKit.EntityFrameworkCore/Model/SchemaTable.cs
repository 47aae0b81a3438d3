using AuthKit.EntityFrameworkCore.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuthKit.EntityFrameworkCore.Model;

/// <summary>The steps that the tables above stand for, so that another adapter that opens the database finds them taken.</summary>
internal sealed class SchemaTable(ColumnTypes types) : IEntityTypeConfiguration<SchemaStep>
{
    public void Configure(EntityTypeBuilder<SchemaStep> row)
    {
        row.HasTable("authkit_schema", nameof(SchemaStep.Version));
        row.HasColumn(step => step.Version, "version", types.Integer);
        row.HasData(Enumerable.Range(1, SchemaStep.Current).Select(static version => new SchemaStep(version)));
    }
}
