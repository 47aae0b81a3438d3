using System.Data.Common;

namespace AuthKit.Stores.Tests.RoundTrips;

/// <summary>Any driver's connections, counted.</summary>
public sealed class CountingDataSource(DbDataSource inner, RoundTripCounter counter) : DbDataSource
{
    public override string ConnectionString => inner.ConnectionString;

    protected override DbConnection CreateDbConnection() => new CountingConnection(inner.CreateConnection(), counter);

    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) =>
        new CountingConnection(await inner.OpenConnectionAsync(cancellationToken), counter);

    protected override ValueTask DisposeAsyncCore() => inner.DisposeAsync();
}
