using System.Collections.Concurrent;
using AuthKit.TestServers;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>
/// Databases on a server, three for each host. They are emptied behind a host and serve the next one, because servers
/// take longer to make tables than most tests take.
/// </summary>
internal sealed class DatabasePool
{
    private const int PerHost = 3;

    private static readonly ConcurrentBag<DatabasePool> Pools = [];

    private readonly TestServer _server;
    private readonly ConcurrentBag<string> _made = [];
    private readonly ConcurrentBag<string[]> _free = [];

    public DatabasePool(TestServer server)
    {
        _server = server;
        Pools.Add(this);
    }

    /// <summary>Drops every database of every pool.</summary>
    public static Task DropAllAsync() => Task.WhenAll(Pools.Select(pool => pool.DropAsync()));

    /// <summary>Empty databases.</summary>
    /// <returns>Their connection strings.</returns>
    public async Task<string[]> TakeAsync()
    {
        var address = _server.Require();
        return _free.TryTake(out var databases)
            ? databases
            : await Task.WhenAll(Enumerable.Range(0, PerHost).Select(_ => MakeAsync(address)));
    }

    public async Task GiveBackAsync(string[] databases)
    {
        await Task.WhenAll(databases.Select(_server.EmptyAsync));
        _free.Add(databases);
    }

    private async Task<string> MakeAsync(string address)
    {
        var database = await _server.CreateDatabaseAsync(address);
        _made.Add(database);
        return database;
    }

    private async Task DropAsync()
    {
        foreach (var database in _made)
            await _server.DropDatabaseAsync(_server.Require(), database);
    }
}
