using AuthKit.Conformance.InMemory;
using AuthKit.Databases;
using AuthKit.Records;

namespace AuthKit.Core.Tests.Tenants.Leases;

/// <summary>A database that tells whether it has been closed.</summary>
internal sealed class WatchedDatabase : IDatabase
{
    private readonly InMemoryDatabase _inner = new();

    public int TimesClosed { get; private set; }

    public IRecords Records => _inner.Records;

    public Task MigrateAsync(IReadOnlyList<Schema> schemas, CancellationToken cancellationToken) => _inner.MigrateAsync(schemas, cancellationToken);

    public Task PingAsync(CancellationToken cancellationToken) => _inner.PingAsync(cancellationToken);

    public ValueTask DisposeAsync()
    {
        TimesClosed++;
        return default;
    }
}
