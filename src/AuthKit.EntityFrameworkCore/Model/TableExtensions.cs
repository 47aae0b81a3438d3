using System.Linq.Expressions;
using AuthKit.EntityFrameworkCore.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuthKit.EntityFrameworkCore.Model;

/// <summary>Says everything about a table outright, so that no convention of the host's decides it.</summary>
internal static class TableExtensions
{
    public static void HasTable<TRow>(this EntityTypeBuilder<TRow> row, string name, params string[] key) where TRow : class =>
        row.ToTable(name).HasKey(key).HasName($"pk_{name}");

    public static void HasColumn<TRow, TValue>(this EntityTypeBuilder<TRow> row, Expression<Func<TRow, TValue>> property, string name, ColumnType type) where TRow : class =>
        row.Property(property).Is(name, type);

    public static PropertyBuilder Is(this PropertyBuilder property, string name, ColumnType type)
    {
        if (type.Collation is not null)
            property.UseCollation(type.Collation);
        return property.HasColumnName(name).HasColumnType(type.Name).HasConversion(type.Converter).ValueGeneratedNever();
    }

    public static IndexBuilder HasIndexOver<TRow>(this EntityTypeBuilder<TRow> row, params string[] properties) where TRow : class
    {
        var columns = properties.Select(property => row.Metadata.FindProperty(property)!.GetColumnName());
        return row.HasIndex(properties).HasDatabaseName($"ix_{row.Metadata.GetTableName()}_{string.Join('_', columns)}");
    }
}
