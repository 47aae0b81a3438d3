using AuthKit.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>On an engine that lets two write at once; SQLite lets AuthKit wait for the host.</summary>
public sealed class TransactionTests : ContextTests<PostgreSqlContextEngine>
{
    [Test]
    public async Task What_the_host_rolls_back_is_not_AuthKit_s()
    {
        var (host, database) = await StartAsync<ShopContext>();
        await using var scope = host.CreateAsyncScope();
        var shop = scope.ServiceProvider.GetRequiredService<ShopContext>();
        var user = new User { Id = Guid.CreateVersion7(), Email = "ann@example.com", CreatedAt = DateTimeOffset.UnixEpoch, CredentialVersion = 0 };
        await database.Users.CreateAsync(user, default);
        await using (await shop.Database.BeginTransactionAsync())
        {
            shop.Add(new Order { CustomerId = user.Id });
            await shop.SaveChangesAsync();
            await database.Users.RecordFailedSignInAsync(user.Id, user.CreatedAt, default);
        }

        Assert.That(await shop.Orders.AnyAsync(), Is.False);
        Assert.That((await database.Users.FindByIdAsync(user.Id, default))!.FailedSignIns, Is.EqualTo(1));
    }
}
