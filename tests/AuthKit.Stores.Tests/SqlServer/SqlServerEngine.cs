using System.Data.Common;
using AuthKit.Databases;
using AuthKit.Relational;
using AuthKit.SqlServer;
using AuthKit.Stores.Tests.Servers;
using AuthKit.TestServers;

namespace AuthKit.Stores.Tests.SqlServer;

public sealed class SqlServerEngine() : ServerEngine(SqlTestServer.SqlServer, own: null)
{
    public override IStoreProvider Provider { get; } = new SqlServerStoreProvider();

    public override SqlDialect Dialect { get; } = new SqlServerDialect();

    public override bool ComparesTrailingSpaces => false;

    public override DbDataSource CreateSource(string connectionString) => SqlServerStoreProvider.CreateSource(connectionString);
}
