using System.Data.Common;
using AuthKit.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Docs.Tests.EntityFramework;

public sealed class EntityFrameworkTests
{
    private AppDbContext _context = null!;

    [OneTimeSetUp]
    public void NameDatabase()
    {
        if (Environment.GetEnvironmentVariable("AUTHKIT_TEST_PGSQL") is not { Length: > 0 } server)
            throw new IgnoreException("AUTHKIT_TEST_PGSQL names no server; see docs/stores.md.");
        var connection = new DbConnectionStringBuilder { ConnectionString = server, ["Database"] = $"authkit_{Guid.NewGuid():N}" };
        _context = new(new DbContextOptionsBuilder<AppDbContext>().UseNpgsql(connection.ConnectionString).Options);
    }

    [OneTimeTearDown]
    public async Task DropDatabaseAsync()
    {
        await _context.Database.EnsureDeletedAsync();
        await _context.DisposeAsync();
    }

    [Test]
    public async Task Accounts_live_in_the_host_s_database_and_are_not_deleted_while_it_refers_to_them()
    {
        await _context.Database.EnsureCreatedAsync();
        await using var host = await RunningHost.StartAsync((builder, _) =>
        {
            builder.Configuration["ConnectionStrings:App"] = _context.Database.GetConnectionString();
            EntityFrameworkHost.Configure(builder);
        });
        var (registered, _) = await host.PostAsync("/api/v1/register", new { name = "Anna", email = "anna@example.com", password = "correct horse 7!" });
        var (signedIn, reply) = await host.PostAsync("/api/v1/login", new { email = "anna@example.com", password = "correct horse 7!" });
        var (refreshed, _) = await host.PostAsync("/api/v1/token/refresh", new { refresh_token = (string?)reply["data"]!["refresh_token"] });
        Assert.That((registered, signedIn, refreshed), Is.EqualTo((200, 200, 200)));

        await using var scope = host.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var anna = await context.Set<User>().SingleAsync(user => user.Email == "anna@example.com");
        context.Add(new Invoice { UserId = anna.Id });
        Assert.That(await context.SaveChangesAsync(), Is.EqualTo(1));

        Assert.That(async () => await context.Set<User>().ExecuteDeleteAsync(), Throws.InstanceOf<DbException>(), "There are invoices.");
        Assert.That(await context.Invoices.CountAsync(), Is.EqualTo(1));
    }
}
