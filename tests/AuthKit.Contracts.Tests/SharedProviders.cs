using AuthKit.Contracts.Tests.External;

namespace AuthKit.Contracts.Tests;

/// <summary>One stand-in for all tests: it remembers nothing that could tell them apart.</summary>
[SetUpFixture]
internal sealed class SharedProviders
{
    public static StandInProviders Instance { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => Instance = await StandInProviders.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await Instance.DisposeAsync();
}
