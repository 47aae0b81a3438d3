using System.Data.Common;
using AuthKit.MySql;
using AuthKit.PostgreSql;
using AuthKit.Relational;
using AuthKit.Sqlite;
using AuthKit.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using MySqlConnector;
using Npgsql;

namespace AuthKit.Stores.Tests.Golden;

/// <summary>An engine of SQL, without a server.</summary>
/// <param name="Name">What its golden files are called.</param>
/// <param name="Dialect">Its dialect.</param>
/// <param name="Driver">Its driver.</param>
public sealed record SqlEngine(string Name, SqlDialect Dialect, DbProviderFactory Driver)
{
    internal static IEnumerable<SqlEngine> All { get; } =
    [
        new("Sqlite", new SqliteDialect(), SqliteFactory.Instance),
        new("PostgreSql", new PostgreSqlDialect(), NpgsqlFactory.Instance),
        new("MySql", new MySqlDialect(), MySqlConnectorFactory.Instance),
        new("SqlServer", new SqlServerDialect(), SqlClientFactory.Instance),
    ];

    public override string ToString() => Name;
}
