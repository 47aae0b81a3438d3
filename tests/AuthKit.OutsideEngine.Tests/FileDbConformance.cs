using AuthKit.Conformance;
using AuthKit.Databases;
using NUnit.Framework;

namespace AuthKit.OutsideEngine.Tests;

public sealed class FileDbEngine : TestEngine
{
    private readonly Files _files = new();
    private int _databases;

    public override IStoreProvider Provider { get; } = new FileDbProvider();

    public override Task<string> CreateDatabaseAsync() => Task.FromResult(_files.ConnectionString($"{++_databases}"));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _files.Dispose();
    }
}

[TestFixture]
public sealed class FileDbRecords : RecordsKit<FileDbEngine>;

[TestFixture]
public sealed class FileDbSchemas : SchemaKit<FileDbEngine>;

[TestFixture]
public sealed class FileDbDatabases : DatabaseKit<FileDbEngine>;
