using System.Transactions;
using AuthKit.Databases;
using AuthKit.EntityFrameworkCore;
using AuthKit.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>AuthKit and its host use one database and stay out of each other's way.</summary>
public sealed class HostTests : ServerTests
{
    private static User NewUser() => new() { Id = Guid.CreateVersion7(), Email = $"{Guid.NewGuid():N}@example.com", CreatedAt = DateTimeOffset.UnixEpoch };

    private static IEnumerable<TestCaseData> Registrations()
    {
        yield return Case("AddDbContext", (services, options) => services.AddDbContext<ShopContext>(options));
        yield return Case("AddDbContextPool", (services, options) => services.AddDbContextPool<ShopContext>(options));
        yield return Case("AddDbContextFactory", (services, options) => services.AddDbContextFactory<ShopContext>(options));
        yield return Case("AddPooledDbContextFactory", (services, options) => services.AddPooledDbContextFactory<ShopContext>(options));

        static TestCaseData Case(string name, Action<IServiceCollection, Action<DbContextOptionsBuilder>> register) => new TestCaseData(register).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Registrations))]
    public async Task However_the_context_is_registered(Action<IServiceCollection, Action<DbContextOptionsBuilder>> register)
    {
        var connectionString = await Engine.CreateDatabaseAsync();
        var services = new ServiceCollection();
        register(services, options => options.UseNpgsql(connectionString, npgsql => npgsql.EnableRetryOnFailure()));
        await using var host = services.BuildServiceProvider(validateScopes: true);
        var users = Open(host).Users;
        var user = NewUser();
        Assert.That(await users.CreateAsync(user, default), Is.EqualTo(UserWrite.Done));
        Assert.That(await users.CreateAsync(user with { Id = Guid.CreateVersion7() }, default), Is.EqualTo(UserWrite.DuplicateEmail));
        Assert.That(await users.UpdateAsync(user with { EmailVerified = true }, default), Is.EqualTo(UserWrite.Done));
        Assert.That(await users.FindByIdAsync(user.Id, default), Is.EqualTo(user with { EmailVerified = true, Version = 2 }));
    }

    [Test]
    public async Task What_the_host_tracks_is_not_saved()
    {
        var (host, database) = await StartAsync();
        await using var scope = host.CreateAsyncScope();
        var shop = scope.ServiceProvider.GetRequiredService<ShopContext>();
        var user = NewUser();
        await database.Users.CreateAsync(user, default);
        shop.Add(new Order { CustomerId = user.Id });
        await database.Users.UpdateAsync(user, default);
        await database.Users.CreateAsync(NewUser(), default);
        Assert.That(await shop.Orders.AnyAsync(), Is.False);
        Assert.That(await shop.SaveChangesAsync(), Is.EqualTo(1), "The order alone was tracked.");
    }

    [Test]
    public async Task What_the_host_rolls_back_is_not_AuthKit_s()
    {
        var (host, database) = await StartAsync();
        await using var scope = host.CreateAsyncScope();
        var shop = scope.ServiceProvider.GetRequiredService<ShopContext>();
        var user = NewUser();
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

    [Test]
    public async Task What_an_ambient_transaction_rolls_back_is_not_AuthKit_s()
    {
        var (_, database) = await StartAsync();
        var user = NewUser();
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
            await database.Users.CreateAsync(user, default);
        Assert.That(await database.Users.FindByIdAsync(user.Id, default), Is.EqualTo(user));
    }

    [Test]
    public async Task A_host_joins_its_rows_to_accounts()
    {
        var (host, database) = await StartAsync();
        var user = NewUser();
        await database.Users.CreateAsync(user, default);
        await using var scope = host.CreateAsyncScope();
        var shop = scope.ServiceProvider.GetRequiredService<ShopContext>();
        shop.Add(new Order { CustomerId = user.Id });
        await shop.SaveChangesAsync();
        var customers = from order in shop.Orders join customer in shop.Set<User>() on order.CustomerId equals customer.Id select customer;
        Assert.That(await customers.SingleAsync(), Is.EqualTo(user));
        shop.Add(new Order { CustomerId = Guid.CreateVersion7() });
        Assert.That(() => shop.SaveChangesAsync(), Throws.InstanceOf<DbUpdateException>(), "Nobody's order.");
    }

    [Test]
    public async Task A_refusal_that_is_no_duplicate_goes_on_as_it_is()
    {
        var (_, database) = await StartAsync();
        var tooLong = NewUser() with { UserName = new('u', 65) };
        Assert.That(() => database.Users.CreateAsync(tooLong, default), Throws.InstanceOf<DbUpdateException>());
        var user = NewUser();
        await database.Users.CreateAsync(user, default);
        Assert.That(() => database.Users.UpdateAsync(tooLong with { Id = user.Id }, default), Throws.InstanceOf<System.Data.Common.DbException>());
        Assert.That(() => database.Directory.AddAsync([new byte[32]], new('t', 65), default), Throws.InstanceOf<DbUpdateException>());
    }

    private static EntityFrameworkDatabase<ShopContext> Open(ServiceProvider host) => new(host.GetRequiredService<IServiceScopeFactory>());

    private async Task<(ServiceProvider Host, IDatabase Database)> StartAsync()
    {
        var host = Engine.Host(await Engine.CreateDatabaseAsync());
        return (host, Open(host));
    }
}
