using System.Data.Common;
using AuthKit.PostgreSql;
using AuthKit.Relational;
using AuthKit.Stores.Tests.RoundTrips;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.PostgreSql;

[TestFixture]
public sealed class PostgreSqlRoundTrips : RoundTripTests
{
    private readonly PostgreSqlEngine _engine = new();

    protected override SqlDialect Dialect { get; } = new PostgreSqlDialect();

    protected override async Task<DbDataSource> CreateSourceAsync() => PostgreSqlStoreProvider.CreateSource(await _engine.CreateDatabaseAsync());

    [OneTimeTearDown]
    public async Task DropDatabaseAsync() => await _engine.DisposeAsync();
}
