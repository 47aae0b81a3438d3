using System.Data.Common;
using AuthKit.Relational;
using AuthKit.Stores.Tests.RoundTrips;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Servers;

[TestFixtureSource(typeof(Engines), nameof(Engines.OnServers))]
public sealed class ServerRoundTrips<TEngine> : RoundTripTests where TEngine : ServerEngine, new()
{
    private readonly TEngine _engine = new();

    protected override SqlDialect Dialect => _engine.Dialect;

    protected override async Task<DbDataSource> CreateSourceAsync() => _engine.CreateSource(await _engine.CreateDatabaseAsync());

    [OneTimeTearDown]
    public async Task DropDatabaseAsync() => await _engine.DisposeAsync();
}
