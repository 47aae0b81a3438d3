using System.Data.Common;
using AuthKit.MySql;
using AuthKit.Relational;
using AuthKit.Stores.Tests.Servers;

namespace AuthKit.Stores.Tests.MySql;

public class MySqlEngine(string store, ScriptedServer? own) : ServerEngine(store, MySqlDriver.Find(), own)
{
    public MySqlEngine() : this("MYSQL", null)
    {
    }

    public override IStoreProvider Provider { get; } = new MySqlStoreProvider();

    public override SqlDialect Dialect { get; } = new MySqlDialect();

    public override DbDataSource CreateSource(string connectionString) => new MySqlStoreProvider().CreateSource(connectionString);

    protected override string DatabaseOptions => "CHARACTER SET latin1 COLLATE latin1_general_ci";
}

public sealed class OwnMySql() : MySqlEngine("MYSQL", new ScriptedServer("mysql"));
