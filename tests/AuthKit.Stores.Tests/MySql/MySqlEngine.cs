using AuthKit.MySql;
using AuthKit.Stores.Tests.Servers;

namespace AuthKit.Stores.Tests.MySql;

public class MySqlEngine(string store) : ServerEngine(store, MySqlDriver.Find())
{
    public MySqlEngine() : this("MYSQL")
    {
    }

    public override IStoreProvider Provider { get; } = new MySqlStoreProvider();

    protected override string DatabaseOptions => "CHARACTER SET latin1 COLLATE latin1_general_ci";
}
