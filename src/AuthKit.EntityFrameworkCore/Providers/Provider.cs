using AuthKit.Records;
using AuthKit.Relational;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AuthKit.EntityFrameworkCore.Providers;

/// <summary>What differs between EF Core's providers. Their drivers are the host's, so that nothing here names them.</summary>
internal abstract class Provider : QueryDialect
{
    private static readonly Dictionary<string, Provider> Known = new()
    {
        ["Npgsql.EntityFrameworkCore.PostgreSQL"] = new PostgreSqlProvider(),
        ["Microsoft.EntityFrameworkCore.Sqlite"] = new SqliteProvider(),
        ["Microsoft.EntityFrameworkCore.SqlServer"] = new SqlServerProvider(),
    };

    /// <summary>The engine's type for a column.</summary>
    public abstract StoreType TypeOf(ColumnType type, int length);

    public static Provider Of(string? name) => name is not null && Known.TryGetValue(name, out var provider)
        ? provider
        : throw new NotSupportedException($"AuthKit does not know the columns of {name}. It knows {string.Join(", ", Known.Keys)}.");
}

/// <summary>A column's type on one engine, as the engine's own adapter has it.</summary>
/// <param name="Name">The type.</param>
/// <param name="Collation">The collation, where it is not the database's.</param>
/// <param name="Converter">What carries the value, where the provider would do it otherwise.</param>
internal sealed record StoreType(string Name, string? Collation = null, ValueConverter? Converter = null);
