using AuthKit.Conformance;
using AuthKit.Sqlite;
using AuthKit.Stores;

namespace AuthKit.Stores.Tests.Sqlite;

/// <summary>Files in a folder of their own, which goes when the fixture does.</summary>
public sealed class SqliteEngine : TestEngine
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authkit-sqlite-");
    private int _files;

    public override IStoreProvider Provider { get; } = new SqliteStoreProvider();

    public string NewPath() => Path.Combine(_folder.FullName, $"{++_files}.db");

    public override Task<string> CreateDatabaseAsync() => Task.FromResult($"Data Source={NewPath()}");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
