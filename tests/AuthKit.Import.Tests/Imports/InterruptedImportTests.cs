using AuthKit.Conformance.InMemory;
using AuthKit.Features.Import;
using AuthKit.Records;
using AuthKit.Tenants;

namespace AuthKit.Import.Tests.Imports;

/// <summary>An import that ends anywhere is begun again, or gone on with, and takes each account once, whole.</summary>
public sealed class InterruptedImportTests
{
    private const int Count = 7;

    private static readonly AccountImport Old = new("old") { BatchSize = 3, AtOnce = 1 };

    private static ImportedAccount Account(int i) => new($"{i}")
    {
        Email = $"user{i}@example.com",
        UserName = $"user{i}",
        ExternalIdentities = [new("google", $"g-{i}")],
    };

    private static IEnumerable<ImportedAccount> Accounts => Enumerable.Range(1, Count).Select(Account);

    [Test]
    public async Task Wherever_the_store_is_lost_the_next_run_takes_each_account_once_and_whole([Values] bool resume, [Values] bool isDone, [Values("", ImportHost.Acme)] string tenant)
    {
        var import = Old with { Tenant = tenant };
        var writes = await WritesAsync(import);
        Assert.That(writes, Is.GreaterThan(Count * 3));
        for (var lost = 1; lost <= writes; lost++)
        {
            var kept = new InMemoryStoreProvider();
            var store = new LosingStore(kept) { LostFrom = lost, IsDone = isDone };
            await using (var host = new ImportHost(store))
                Assert.That(() => host.TryAsync(import, Accounts), Throws.InstanceOf<StoreUnavailableException>(), $"write {lost}");
            await using var next = new ImportHost(kept);
            var report = await next.ImportAsync(import with { Resume = resume }, Accounts);

            Assert.That(report.Read, Is.EqualTo(Count), $"write {lost}");
            Assert.That(report.Refused, Is.Zero, $"write {lost}");
            await AssertWholeAsync(next, tenant, $"write {lost}");
        }
    }

    [Test]
    public async Task A_run_that_is_gone_on_with_looks_at_nothing_twice_that_is_behind_a_checkpoint()
    {
        var kept = new InMemoryStoreProvider();
        await using (var host = new ImportHost(kept))
            Assert.That(() => host.ImportAsync(Old, Accounts.Select(account => account.SourceId == "5" ? throw new IOException("The disk is gone.") : account)), Throws.InstanceOf<IOException>());
        var store = new LosingStore(kept);
        await using var next = new ImportHost(store);

        var report = await next.ImportAsync(Old with { Resume = true }, Accounts);

        Assert.That(report, Is.EqualTo(new ImportReport(Count, Count, 0, 0)), "What the run before took is counted.");
        await AssertWholeAsync(next, Tenant.Home, "");
        var finished = store.Writes;
        Assert.That(await next.ImportAsync(Old with { Resume = true }, Accounts), Is.EqualTo(report));
        Assert.That(store.Writes, Is.EqualTo(finished), "There is nothing left.");
    }

    [Test]
    public async Task Another_file_is_not_gone_on_with()
    {
        await using var host = new ImportHost();
        await host.ImportAsync(Old, Accounts);

        Assert.That((await host.TryAsync(Old with { Resume = true }, Accounts.Reverse())).Failure!.Fault, Is.EqualTo(Fault.Conflict));
        Assert.That((await host.TryAsync(Old with { Resume = true }, Accounts.Take(3))).Failure!.Fault, Is.EqualTo(Fault.Conflict));
        Assert.That((await host.ImportAsync(Old with { Resume = true }, Accounts.Append(Account(Count + 1)))).Taken, Is.EqualTo(Count + 1));
    }

    [Test]
    public async Task Many_at_once_take_each_account_once()
    {
        var kept = new InMemoryStoreProvider();
        ImportHost[] hosts = [.. Enumerable.Range(0, 16).Select(_ => new ImportHost(kept))];
        var accounts = Enumerable.Range(1, 64).Select(Account).ToList();

        var reports = await Task.WhenAll(hosts.Select(host => Task.Run(() => host.ImportAsync(Old with { AtOnce = 8, BatchSize = 16 }, accounts))));

        Assert.That(reports.Select(report => report.Refused), Is.All.Zero);
        Assert.That((await hosts[0].AllAsync()).Select(user => user.Email).Order(), Is.EqualTo(accounts.Select(account => account.Email).Order()));
        foreach (var account in accounts)
        {
            var user = await hosts[0].FindAsync(account.Email!);
            Assert.That(await hosts[0].Get<IAccountImport>().FindAsync("old", account.SourceId, "", CancellationToken.None), Is.EqualTo(user!.Id));
            Assert.That(await hosts[0].LoginsAsync(user.Id), Has.Count.EqualTo(1));
        }

        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    private static async Task<int> WritesAsync(AccountImport import)
    {
        var store = new LosingStore(new InMemoryStoreProvider());
        await using var host = new ImportHost(store);
        await host.ImportAsync(import, Accounts);
        return store.Writes;
    }

    private static async Task AssertWholeAsync(ImportHost host, string tenant, string when)
    {
        var users = await host.AllAsync(tenant);
        Assert.That(users.Select(user => user.Email).Order(), Is.EqualTo(Accounts.Select(account => account.Email)), when);
        foreach (var user in users)
        {
            Assert.That(await host.Get<IAccountImport>().FindAsync("old", user.Email["user".Length..^"@example.com".Length], tenant, CancellationToken.None), Is.EqualTo(user.Id), when);
            if (tenant == Tenant.Home)
                Assert.That((await host.LoginsAsync(user.Id)).Select(login => login.Subject), Is.EqualTo(new[] { $"g-{user.UserName!["user".Length..]}" }), when);
            else
                Assert.That(await host.Get<NameDirectory>().FindAsync([user.Email], CancellationToken.None), Is.EqualTo(new[] { tenant }), when);
        }
    }
}
