using System.Collections.Concurrent;
using System.Data.Common;
using System.Net;
using AuthKit.Conformance.InMemory;
using AuthKit.Databases;
using AuthKit.Databases.Brought;

namespace AuthKit.Core.Tests.Tenants.BroughtDatabases;

/// <summary>An engine of servers whose every address has a database in memory, and which notes what it was told to connect to.</summary>
internal sealed class StandInServer : IStoreProvider, IBroughtConnections
{
    private readonly InMemoryStoreProvider _databases = new(DatabaseEngine.PostgreSql);

    public ConcurrentQueue<IPAddress> Connected { get; } = new();

    /// <summary>What connecting to it does; null for nothing.</summary>
    public Func<IPAddress, Exception?> Fails { get; set; } = _ => null;

    public DatabaseEngine Engine => DatabaseEngine.PostgreSql;

    public IBroughtConnections BroughtConnections => this;

    public int DefaultPort => 5432;

    public BroughtConnection? Read(string connectionString, ClientDatabasePolicy policy)
    {
        var parsed = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return parsed.TryGetValue("Host", out var host)
            ? new($"Host={host};Database={(parsed.TryGetValue("Database", out var name) ? name : "")}", (string)host, parsed.TryGetValue("Port", out var port) ? int.Parse((string)port, null) : DefaultPort)
            : null;
    }

    public IDatabase Open(BroughtConnection connection, IPAddress? address, ClientDatabasePolicy policy)
    {
        Connected.Enqueue(address!);
        return Fails(address!) is { } exception ? throw exception : _databases.Open(connection.ConnectionString);
    }

    public IDatabase Open(string connectionString) => _databases.Open(connectionString);
}
