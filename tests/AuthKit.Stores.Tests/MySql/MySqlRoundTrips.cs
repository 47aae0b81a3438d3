using System.Data.Common;
using AuthKit.MySql;
using AuthKit.Relational;
using AuthKit.Stores.Tests.MariaDb;
using AuthKit.Stores.Tests.RoundTrips;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.MySql;

[TestFixture(typeof(MySqlEngine))]
[TestFixture(typeof(MariaDbEngine))]
public sealed class MySqlRoundTrips<TEngine> : RoundTripTests where TEngine : MySqlEngine, new()
{
    private readonly TEngine _engine = new();

    protected override SqlDialect Dialect { get; } = new MySqlDialect();

    protected override async Task<DbDataSource> CreateSourceAsync() => new MySqlStoreProvider().CreateSource(await _engine.CreateDatabaseAsync());

    [OneTimeTearDown]
    public async Task DropDatabaseAsync() => await _engine.DisposeAsync();
}
