using System.Data.Common;
using System.Transactions;
using AuthKit.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>AuthKit and its host use one database and stay out of each other's way.</summary>
[TestFixture(typeof(PostgreSqlContextEngine))]
[TestFixture(typeof(SqliteContextEngine))]
public sealed class HostTests<TEngine> : ContextTests<TEngine> where TEngine : TestEngine, IContextEngine, new()
{
    private static User NewUser() => new() { Id = Guid.CreateVersion7(), Email = $"{Guid.NewGuid():N}@example.com", CreatedAt = DateTimeOffset.UnixEpoch, CredentialVersion = 0 };

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
        var users = Host(services => register(services, options => Engine.Use(options, connectionString))).OpenDatabase<ShopContext>().Users;
        var user = NewUser();
        Assert.That(await users.CreateAsync(user, default), Is.EqualTo(UserWrite.Done));
        Assert.That(await users.CreateAsync(user with { Id = Guid.CreateVersion7() }, default), Is.EqualTo(UserWrite.DuplicateEmail));
        Assert.That(await users.UpdateAsync(user with { EmailVerified = true }, default), Is.EqualTo(UserWrite.Done));
        Assert.That(await users.FindByIdAsync(user.Id, default), Is.EqualTo(user with { EmailVerified = true, Version = 2 }));
    }

    [Test]
    public async Task What_the_host_tracks_is_not_saved()
    {
        var (host, database) = await StartAsync<ShopContext>();
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
    public async Task What_an_ambient_transaction_rolls_back_is_not_AuthKit_s()
    {
        var (_, database) = await StartAsync<ShopContext>();
        var user = NewUser();
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
            await database.Users.CreateAsync(user, default);
        Assert.That(await database.Users.FindByIdAsync(user.Id, default), Is.EqualTo(user));
    }

    [Test]
    public async Task A_host_joins_its_rows_to_accounts()
    {
        var (host, database) = await StartAsync<ShopContext>();
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
    public async Task An_account_that_a_host_s_row_refers_to_is_not_deleted()
    {
        var (host, database) = await StartAsync<ShopContext>();
        var user = NewUser();
        await database.Users.CreateAsync(user, default);
        await using var scope = host.CreateAsyncScope();
        var shop = scope.ServiceProvider.GetRequiredService<ShopContext>();
        shop.Add(new Order { CustomerId = user.Id });
        await shop.SaveChangesAsync();
        Assert.That(() => shop.Set<User>().Where(account => account.Id == user.Id).ExecuteDeleteAsync(), Throws.InstanceOf<DbException>());
        Assert.That(await shop.Orders.CountAsync(), Is.EqualTo(1));
        Assert.That(await database.Users.FindByIdAsync(user.Id, default), Is.EqualTo(user));
    }

    [Test]
    public async Task A_host_queries_accounts_by_what_they_have()
    {
        var (host, database) = await StartAsync<ShopContext>();
        var user = NewUser() with { Profile = new() { GivenName = "Ann" }, CreatedAt = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)) };
        await database.Users.CreateAsync(user, default);
        await database.Users.CreateAsync(NewUser(), default);
        await using var scope = host.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<ShopContext>().Set<User>()
            .Where(account => account.Profile.GivenName == "Ann" && account.CreatedAt >= user.CreatedAt && account.UserName == null)
            .OrderBy(account => account.CreatedAt)
            .ToListAsync();
        Assert.That(found, Is.EqualTo([user]));
    }

    [Test]
    public async Task A_refusal_that_is_no_duplicate_of_AuthKit_s_goes_on_as_it_is()
    {
        var (host, database) = await StartAsync<ShopContext>();
        await RunAsync<ShopContext>(host, "CREATE UNIQUE INDEX shop_phones ON authkit_users (phone_number)");
        var taken = new UserProfile { PhoneNumber = "1" };
        var user = NewUser();
        await database.Users.CreateAsync(NewUser() with { Profile = taken }, default);
        await database.Users.CreateAsync(user, default);
        Assert.That(() => database.Users.CreateAsync(NewUser() with { Profile = taken }, default), Throws.InstanceOf<DbException>());
        Assert.That(() => database.Users.UpdateAsync(user with { Profile = taken }, default), Throws.InstanceOf<DbException>());
    }
}
