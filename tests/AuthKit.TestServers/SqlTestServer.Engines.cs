using Microsoft.Data.SqlClient;
using MySqlConnector;
using Npgsql;

namespace AuthKit.TestServers;

public sealed partial class SqlTestServer
{
    public static SqlTestServer PostgreSql { get; } = new("PGSQL", NpgsqlFactory.Instance)
    {
        DatabaseOptions = "TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'",
        CurrentSchema = "current_schema()",
        Force = "WITH (FORCE)",
    };

    public static SqlTestServer MariaDb { get; } = OfMySqlKind("MARIADB");

    public static SqlTestServer MySql { get; } = OfMySqlKind("MYSQL");

    public static SqlTestServer SqlServer { get; } = new("MSSQL", SqlClientFactory.Instance)
    {
        DatabaseOptions = "COLLATE Latin1_General_CI_AI",
        CurrentSchema = "SCHEMA_NAME()",
        ClosePools = SqlConnection.ClearAllPools,
    };

    private static SqlTestServer OfMySqlKind(string store) => new(store, MySqlConnectorFactory.Instance)
    {
        DatabaseOptions = "CHARACTER SET latin1 COLLATE latin1_general_ci",
        CurrentSchema = "DATABASE()",
    };
}
