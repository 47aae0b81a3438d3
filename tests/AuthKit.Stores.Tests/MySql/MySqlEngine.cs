using System.Data.Common;
using AuthKit.Databases;
using AuthKit.MySql;
using AuthKit.Relational;
using AuthKit.Stores.Tests.Servers;
using AuthKit.TestServers;

namespace AuthKit.Stores.Tests.MySql;

public class MySqlEngine(SqlTestServer server, ScriptedServer? own) : ServerEngine(server, own)
{
    public MySqlEngine() : this(SqlTestServer.MySql, null)
    {
    }

    public override IStoreProvider Provider { get; } = new MySqlStoreProvider();

    public override SqlDialect Dialect { get; } = new MySqlDialect();

    public override DbDataSource CreateSource(string connectionString) => MySqlStoreProvider.CreateSource(connectionString);
}

public sealed class OwnMySql() : MySqlEngine(SqlTestServer.MySql, new ScriptedServer("mysql"));
