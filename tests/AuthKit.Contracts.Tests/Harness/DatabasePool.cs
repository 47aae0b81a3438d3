using System.Collections.Concurrent;
using AuthKit.TestServers;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>
/// Databases on a server, three for each host. They are emptied behind a host and serve the next one, because tables and
/// signing keys take longer to make than most tests take.
/// </summary>
internal sealed class DatabasePool
{
    private const int PerHost = 3;

    private static readonly ConcurrentBag<DatabasePool> Pools = [];

    private readonly TestServer _server;
    private readonly ConcurrentBag<string[]> _made = [];
    private readonly ConcurrentBag<string[]> _free = [];

    public DatabasePool(TestServer server)
    {
        _server = server;
        Pools.Add(this);
    }

    /// <summary>Drops every database of every pool.</summary>
    public static Task DropAllAsync() => Task.WhenAll(Pools.Select(pool => pool.DropAsync()));

    /// <summary>Makes what a host needs.</summary>
    /// <param name="server">How.</param>
    /// <param name="address">The server's connection string.</param>
    /// <returns>The databases' connection strings.</returns>
    public static Task<string[]> MakeAsync(TestServer server, string address) =>
        Task.WhenAll(Enumerable.Range(0, PerHost).Select(_ => server.CreateDatabaseAsync(address)));

    /// <summary>Databases with at most tables and signing keys in them.</summary>
    /// <returns>Their connection strings.</returns>
    public async Task<string[]> TakeAsync()
    {
        var address = _server.Require();
        if (_free.TryTake(out var databases))
            return databases;
        var made = await MakeAsync(_server, address);
        _made.Add(made);
        return made;
    }

    public async Task GiveBackAsync(string[] databases)
    {
        await Task.WhenAll(databases.Select(_server.EmptyAsync));
        _free.Add(databases);
    }

    private async Task DropAsync()
    {
        foreach (var database in _made.SelectMany(databases => databases))
            await _server.DropDatabaseAsync(_server.Require(), database);
    }
}
