using AuthKit.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>A host's home database, past the host.</summary>
internal static class OpenedHome
{
    public static IDatabase OpenHome(this TestHost host)
    {
        var registration = host.Services.GetRequiredService<IOptions<AuthKitOptions>>().Value.Database!;
        return host.Services.GetServices<IStoreProvider>().Single(provider => provider.Engine.IsNamed(registration.KeyIdentifier)).Open(registration.ConnectionString);
    }
}
