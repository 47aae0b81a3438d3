using AuthKit.Conformance.InMemory;
using AuthKit.Databases;

namespace AuthKit.Stores.Tests.InMemory;

public sealed class InMemoryEngine : TestEngine
{
    private int _databases;

    public override IStoreProvider Provider { get; } = new InMemoryStoreProvider();

    public override Task<string> CreateDatabaseAsync() => Task.FromResult($"{++_databases}");
}
