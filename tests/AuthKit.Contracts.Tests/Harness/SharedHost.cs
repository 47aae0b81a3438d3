namespace AuthKit.Contracts.Tests.Harness;

/// <summary>
/// One usual host for all tests that ask it something and look at the answer. Those that move its clock, read its mail, end
/// sessions, lock an account or take a name start a host of their own.
/// </summary>
internal static class SharedHost
{
    private static readonly Lazy<Task<TestHost>> Started = new(() => TestHost.StartAsync());

    public static Task<TestHost> GetAsync() => Started.Value;

    public static async Task StopAsync()
    {
        if (Started.IsValueCreated)
            await (await Started.Value).DisposeAsync();
    }
}
