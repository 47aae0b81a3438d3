using System.Net;
using System.Net.Sockets;
using AuthKit.Records;
using AuthKit.Stores.Tests.Sqlite;
using AuthKit.TestServers;
using AuthKit.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Npgsql;

namespace AuthKit.Stores.Tests.EntityFramework;

public sealed class UnavailableTests
{
    private const string Password = "s3cret";

    private static readonly User User = new() { Id = Guid.CreateVersion7(), Email = "ann@example.com", CreatedAt = DateTimeOffset.UnixEpoch };

    [Test]
    public async Task A_server_that_is_not_there([Values] bool retries)
    {
        // Taken and given back: nobody listens there.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await AssertUnavailableAsync(new() { Host = "127.0.0.1", Port = port, Username = "app", Password = Password }, retries);
    }

    [Test]
    public async Task A_server_that_does_not_know_the_password() =>
        await AssertUnavailableAsync(new(SqlTestServer.PostgreSql.Require()) { Password = Password });

    [Test]
    public void A_file_that_cannot_be_opened_or_is_no_database()
    {
        using var folder = new SqliteFolder();
        var noDatabase = folder.NewPath();
        File.WriteAllText(noDatabase, new string('x', 4096));
        foreach (var path in new[] { Path.Combine(folder.NewPath(), "missing", "app.db"), noDatabase })
        {
            using var host = new ServiceCollection().AddDbContext<ShopContext>(context => context.UseSqlite($"Data Source={path};Pooling=False")).BuildServiceProvider();
            Assert.That(() => host.OpenDatabase<ShopContext>().Users.FindByIdAsync(User.Id, default), Throws.InstanceOf<StoreUnavailableException>());
        }
    }

    [Test]
    public async Task A_database_that_is_not_there() =>
        await AssertUnavailableAsync(new(SqlTestServer.PostgreSql.Require()) { Database = "not_there" });

    private static async Task AssertUnavailableAsync(NpgsqlConnectionStringBuilder options, bool retries = false)
    {
        await using var host = new ServiceCollection()
            .AddDbContext<ShopContext>(context => context.UseNpgsql(options.ConnectionString, npgsql =>
            {
                if (retries)
                    npgsql.EnableRetryOnFailure(1, TimeSpan.FromMilliseconds(1), null);
            }))
            .BuildServiceProvider();
        var database = host.OpenDatabase<ShopContext>();
        Func<Task>[] calls =
        [
            () => database.PingAsync(default),
            () => database.MigrateAsync(default),
            () => database.Users.CreateAsync(User, default),
            () => database.Users.UpdateAsync(User, default),
            () => database.Users.FindByIdAsync(User.Id, default),
            () => database.Sessions.RevokeAsync(User.Id, default, default),
            () => database.Grants.DeleteExpiredAsync(default, default),
        ];
        foreach (var call in calls)
            Assert.That(() => call(), Throws.InstanceOf<StoreUnavailableException>().With.Property("Message").StartsWith("The database of ShopContext is unavailable: ").And.Matches((Exception? e) => !e!.ToString().Contains(options.Password!)));
    }
}
