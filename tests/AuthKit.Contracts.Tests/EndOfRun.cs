using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests;

/// <summary>What is left on the servers goes when all tests have run.</summary>
[SetUpFixture]
internal sealed class DropDatabases
{
    [OneTimeTearDown]
    public Task DropAsync() => DatabasePool.DropAllAsync();
}
