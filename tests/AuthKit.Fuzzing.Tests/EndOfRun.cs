using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Fuzzing.Tests;

/// <summary>Databases that were made on servers go when all tests have run.</summary>
[SetUpFixture]
internal sealed class EndOfRun
{
    [OneTimeTearDown]
    public Task CleanUpAsync() => DatabasePool.DropAllAsync();
}
