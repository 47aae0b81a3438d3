using System.Security.Cryptography;
using AuthKit.Conformance;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Databases;
using AuthKit.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Contracts.Tests.Tokens;

/// <summary>A host's own signing keys, past the host: what remains to be checked where the signature is right.</summary>
internal static class RingKey
{
    public static async Task<ECDsa> OfAsync(TestHost host)
    {
        await using var database = host.OpenHome();
        var record = (await database.Keys.ListAsync(CancellationToken.None)).Single(key => key.Use == KeyUse.Es256);
        Assert.That(host.Services.GetRequiredService<IKeyProtector>().TryUnprotect(record.ProtectedKey, out var pkcs8), Is.True);
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        return key;
    }

    /// <summary>Leaves the next host of the same databases without a key.</summary>
    public static async Task RemoveAllAsync(TestHost host)
    {
        await using var database = host.OpenHome();
        await database.Keys.DeleteExpiredAsync(new(9999, 6, 1, 0, 0, 0, TimeSpan.Zero), CancellationToken.None);
        Assert.That(await database.Keys.ListAsync(CancellationToken.None), Is.Empty);
    }

    /// <summary>The home database, past the host.</summary>
    public static IDatabase Open(TestHost host)
    {
        var registration = host.Services.GetRequiredService<IOptions<AuthKitOptions>>().Value.Database!;
        return host.Services.GetServices<IStoreProvider>().Single(provider => provider.Engine.IsNamed(registration.KeyIdentifier)).Open(registration.ConnectionString);
    }
}
