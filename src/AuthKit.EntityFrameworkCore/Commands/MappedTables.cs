using AuthKit.EntityFrameworkCore.Providers;
using AuthKit.Records;
using AuthKit.Relational;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AuthKit.EntityFrameworkCore.Commands;

/// <summary>The tables as one model has them: in its schema, with its provider's mappings.</summary>
internal sealed class MappedTables
{
    private readonly IModel _model;
    private readonly ISqlGenerationHelper _sql;

    private MappedTables(DbContext context)
    {
        _model = context.Model;
        _sql = context.GetService<ISqlGenerationHelper>();
        Provider = Provider.Of(context.Database.ProviderName);
        Statements = new(Provider, NameOf);
    }

    public Provider Provider { get; }

    public Statements Statements { get; }

    /// <summary>Made once for a model, of which a context type may have several, and kept with it.</summary>
    public static MappedTables Of(DbContext context) =>
        context.Model.GetOrAddRuntimeAnnotationValue("AuthKit:Tables", static context => new MappedTables(context!), context);

    public RelationalTypeMapping MappingOf(Table table, Column column) => Find(table).FindColumn(column.Name)!.PropertyMappings[0].TypeMapping;

    private string NameOf(Table table)
    {
        var found = Find(table);
        return _sql.DelimitIdentifier(found.Name, found.Schema);
    }

    private ITable Find(Table table) => _model.FindEntityType(table.RecordType) is { } row
        ? row.GetTableMappings().Single().Table
        : throw new InvalidOperationException($"The context has no table {table.Name}: give its schema to modelBuilder.UseAuthKit(Database, …) in OnModelCreating.");
}
