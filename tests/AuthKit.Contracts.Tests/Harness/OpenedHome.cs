using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Users;
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

    /// <summary>Takes an account's row away, as some other hand might.</summary>
    public static async Task DeleteAccountAsync(this TestHost host, string email)
    {
        await using var database = host.OpenHome();
        var users = new Table<User>("authkit_users");
        var id = users.Id("id", static user => user.Id);
        var name = users.ExactText("normalized_email", 320, static user => LoginName.Normalize(user.Email), read: false);
        users.KeyedBy(id);
        Assert.That(await database.Records.DeleteAsync(users, [name.Is(email)], limit: 0, CancellationToken.None), Is.EqualTo(1));
    }
}
