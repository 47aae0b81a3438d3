using AuthKit.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>Two contexts of one host, each with accounts of its own.</summary>
public sealed class TwoContextsTests : ContextTests<PostgreSqlContextEngine>
{
    [Test]
    public async Task Two_contexts_know_nothing_of_each_other()
    {
        var (shop, club) = (await Engine.CreateEmptyDatabaseAsync(), await Engine.CreateEmptyDatabaseAsync());
        var host = Host(services => services
            .AddDbContext<ShopContext>(options => options.UseNpgsql(shop))
            .AddDbContext<ClubContext>(options => options.UseNpgsql(club)));
        await host.CreateTablesAsync<ShopContext>();
        await host.CreateTablesAsync<ClubContext>();
        var (customers, members) = (host.OpenDatabase<ShopContext>(), host.OpenDatabase<ClubContext>());
        await members.MigrateAsync(default);
        var user = new User { Id = Guid.CreateVersion7(), Email = "ann@example.com", CreatedAt = DateTimeOffset.UnixEpoch, CredentialVersion = 0 };
        Assert.That(await customers.Users.CreateAsync(user, default), Is.EqualTo(UserWrite.Done));
        Assert.That(await members.Users.FindByIdAsync(user.Id, default), Is.Null);
        Assert.That(await members.Users.CreateAsync(user, default), Is.EqualTo(UserWrite.Done));
        await members.Users.RecordFailedSignInAsync(user.Id, user.CreatedAt, default);
        Assert.That(await customers.Users.FindByIdAsync(user.Id, default), Is.EqualTo(user));
    }

    public sealed class ClubContext(DbContextOptions<ClubContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.HasDefaultSchema("club");
            modelBuilder.UseAuthKit(Database);
        }
    }
}
