using AuthKit.Records;
using AuthKit.Relational;

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
