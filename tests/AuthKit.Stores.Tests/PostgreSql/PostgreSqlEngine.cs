using System.Data.Common;
using AuthKit.Databases;
using AuthKit.PostgreSql;
using AuthKit.Relational;
using AuthKit.Stores.Tests.Servers;
using AuthKit.TestServers;

namespace AuthKit.Stores.Tests.PostgreSql;

public class PostgreSqlEngine(ScriptedServer? own) : ServerEngine(SqlTestServer.PostgreSql, own)
{
    public PostgreSqlEngine() : this(null)
    {
    }

    public override IStoreProvider Provider { get; } = new PostgreSqlStoreProvider();

    public override SqlDialect Dialect { get; } = new PostgreSqlDialect();

    public override DbDataSource CreateSource(string connectionString) => PostgreSqlStoreProvider.CreateSource(connectionString);
}

public sealed class OwnPostgreSql() : PostgreSqlEngine(new ScriptedServer("postgresql"));
