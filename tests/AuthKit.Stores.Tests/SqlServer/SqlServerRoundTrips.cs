using System.Data.Common;
using AuthKit.SqlServer;
using AuthKit.Relational;
using AuthKit.Stores.Tests.RoundTrips;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.SqlServer;

[TestFixture]
public sealed class SqlServerRoundTrips : RoundTripTests
{
    private readonly SqlServerEngine _engine = new();

    protected override SqlDialect Dialect { get; } = new SqlServerDialect();

    protected override async Task<DbDataSource> CreateSourceAsync() => SqlServerStoreProvider.CreateSource(await _engine.CreateDatabaseAsync());

    [OneTimeTearDown]
    public async Task DropDatabaseAsync() => await _engine.DisposeAsync();
}
