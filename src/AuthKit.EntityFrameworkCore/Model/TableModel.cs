using AuthKit.EntityFrameworkCore.Providers;
using AuthKit.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuthKit.EntityFrameworkCore.Model;

/// <summary>Puts a table into a model. Says everything about it outright, so that no convention of the host's decides it.</summary>
internal static class TableModel
{
    public static void AddTable(this ModelBuilder model, Table table, Provider provider)
    {
        var row = model.Entity(table.RecordType).ToTable(table.Name);
        foreach (var column in table.Columns)
            Describe(row.Map(column), column, provider.TypeOf(column.Type, column.Length));
        row.HasKey(PropertiesOf(table.Key)).HasName(table.Key.Name);
        foreach (var index in table.Indexes.Where(static index => index.Until is null))
            row.HasIndex(PropertiesOf(index)).HasDatabaseName(index.Name).IsUnique(index.Unique);
        var mapped = table.Columns.Select(static column => column.Property.Split('.')[0]).ToHashSet();
        foreach (var other in table.RecordType.GetProperties().Where(property => !mapped.Contains(property.Name)))
            row.Ignore(other.Name);
    }

    /// <summary>The property that a column holds: the record's own, one of a complex property's, or one that only the model has.</summary>
    private static IMutableProperty Map(this EntityTypeBuilder row, Column column)
    {
        var record = row.Metadata.ClrType;
        if (column.Property.Split('.') is not [var outer, var inner])
            return row.Property(record.GetProperty(column.Property)?.PropertyType ?? column.ClrType, column.Property).Metadata;
        var complex = record.GetProperty(outer)!.PropertyType;
        return row.ComplexProperty(complex, outer).IsRequired().Property(complex.GetProperty(inner)!.PropertyType, inner).Metadata;
    }

    private static void Describe(IMutableProperty property, Column column, StoreType type)
    {
        property.SetColumnName(column.Name);
        property.SetColumnType(type.Name);
        if (type.Collation is not null)
            property.SetCollation(type.Collation);
        property.SetValueConverter(type.Converter);
        property.IsNullable = column.Nullable;
        property.ValueGenerated = ValueGenerated.Never;
    }

    private static string[] PropertiesOf(TableIndex index) => [.. index.Columns.Select(static column => column.Property)];
}
