using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Sessions;
using AuthKit.Records;
using AuthKit.Sessions;

namespace AuthKit.Contracts.Tests.Tokens;

/// <summary>As many sessions are remembered as the host says, so that tokens in use cost no round trip.</summary>
internal sealed class CacheBoundTests
{
    [TestCase(100_000, true)]
    [TestCase(1, false)]
    public async Task Sessions_in_use_are_remembered_up_to_the_hosts_number(int max, bool areRemembered)
    {
        var reads = 0;
        await using var host = await TestHost.StartAsync(new()
        {
            Options = options => options.MaxCacheEntries = max,
            Build = builder => WatchedStore.Watch(builder, call =>
            {
                if (call.Name == nameof(IRecords.FindAsync) && call.GetGenericArguments() is [var record] && record == typeof(Session))
                    Interlocked.Increment(ref reads);
            }),
        });
        string[] tokens = [(await Pair.RegisterAsync(host)).Access, (await Pair.SignInAsync(host)).Access, (await Pair.SignInAsync(host)).Access];
        reads = 0;

        for (var round = 0; round < 3; round++)
        {
            foreach (var token in tokens)
                Assert.That((await host.MeAsync(token)).Status, Is.EqualTo(200));
        }

        Assert.That(reads, areRemembered ? Is.EqualTo(tokens.Length) : Is.GreaterThan(tokens.Length));
    }
}
