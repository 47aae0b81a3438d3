using System.Security.Cryptography;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Databases;
using AuthKit.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Contracts.Tests.Tokens;

/// <summary>A host's own signing key, taken from its store: what remains to be checked where the signature is right.</summary>
internal static class RingKey
{
    public static async Task<ECDsa> OfAsync(TestHost host)
    {
        var registration = host.Services.GetRequiredService<IOptions<AuthKitOptions>>().Value.Database!;
        var provider = host.Services.GetServices<IStoreProvider>().Single(provider => provider.Engine == registration.Engine);
        await using var database = provider.Open(registration.ConnectionString);
        var record = (await database.Keys.ListAsync(CancellationToken.None)).Single(key => key.Use == KeyUse.Es256);
        Assert.That(host.Services.GetRequiredService<IKeyProtector>().TryUnprotect(record.ProtectedKey, out var pkcs8), Is.True);
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        return key;
    }
}
