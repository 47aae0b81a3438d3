using AuthKit.Databases;
using AuthKit.Sqlite;

namespace AuthKit.Stores.Tests.Sqlite;

public sealed class SqliteEngine : TestEngine
{
    private readonly SqliteFolder _folder = new();

    public override IStoreProvider Provider { get; } = new SqliteStoreProvider();

    public override Task<string> CreateDatabaseAsync() => Task.FromResult($"Data Source={_folder.NewPath()}");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
