using System.Data.Common;
using AuthKit.Relational;
using AuthKit.SqlServer;
using AuthKit.Stores.Tests.Servers;
using Microsoft.Data.SqlClient;

namespace AuthKit.Stores.Tests.SqlServer;

public sealed class SqlServerEngine() : ServerEngine("MSSQL", SqlClientFactory.Instance, own: null)
{
    public override IStoreProvider Provider { get; } = new SqlServerStoreProvider();

    public override SqlDialect Dialect { get; } = new SqlServerDialect();

    public override bool ComparesTrailingSpaces => false;

    public override DbDataSource CreateSource(string connectionString) => SqlServerStoreProvider.CreateSource(connectionString);

    protected override string DatabaseOptions => "COLLATE Latin1_General_CI_AI";

    public override async ValueTask DisposeAsync()
    {
        // The server drops no database that a pool still holds connections to.
        SqlConnection.ClearAllPools();
        await base.DisposeAsync();
    }
}
