using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests;

/// <summary>What is left goes when all tests have run: the shared host, and databases on the servers.</summary>
[SetUpFixture]
internal sealed class EndOfRun
{
    [OneTimeTearDown]
    public async Task CleanUpAsync()
    {
        await SharedHost.StopAsync();
        await DatabasePool.DropAllAsync();
    }
}
