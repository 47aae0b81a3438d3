using AuthKit.TestServers;

namespace AuthKit.QuickStart.Tests.Engines;

/// <summary>A database on a server that the environment names, for one test.</summary>
internal sealed class OwnDatabase : IAsyncDisposable
{
    private readonly TestServer _server;

    private OwnDatabase(TestServer server, string connectionString) => (_server, ConnectionString) = (server, connectionString);

    public string ConnectionString { get; }

    public static async Task<OwnDatabase> CreateAsync(TestServer server) => new(server, await server.CreateDatabaseAsync(server.Require()));

    public async ValueTask DisposeAsync() => await _server.DropDatabaseAsync(_server.Require(), ConnectionString);
}
