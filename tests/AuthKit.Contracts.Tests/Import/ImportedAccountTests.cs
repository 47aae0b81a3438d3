using System.Text;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Features.Import;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Import;

/// <summary>On every engine accounts are taken in once, sign in over HTTP, and come out again.</summary>
internal sealed class ImportedAccountTests
{
    private const string Password = "correct horse battery staple";
    private const string Bcrypt = "$2y$05$i6zIOAyzViY8bnweUl3wlOaUzRWJtGlwxYmYBd93E6wo2eFIf3Aj2";
    private const int Count = 60;

    private static readonly HostPlan Importing = new() { Build = authKit => authKit.AddAccountImport() };

    private static IEnumerable<Engine> Engines => Engine.All;

    [TestCaseSource(nameof(Engines))]
    public async Task They_are_taken_in_once_by_many_at_once_and_sign_in(Engine engine)
    {
        await using var host = await TestHost.StartAsync(Importing with { Engine = engine });

        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ImportAsync(host, new("old") { BatchSize = 7, TrustExternalIdentities = true }))));

        Assert.That(reports.Select(report => (report.Read, report.Refused)), Is.All.EqualTo(((long)Count + 1, 1L)));
        Assert.That(await ExportAsync(host), Is.EquivalentTo(Enumerable.Range(0, Count).Select(i => $"user{i}@example.com {i}")));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, "user1@example.com", "wrong " + Password)).Status, Is.EqualTo(401));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, "user1@example.com", Password)).Status, Is.EqualTo(200));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, "user1@example.com", Password)).Status, Is.EqualTo(200), "With the hash in its place.");
        Assert.That(await ImportAsync(host, new("old")), Is.EqualTo(new ImportReport(Count + 1, 0, Count, 1)));
        Assert.That(await ImportAsync(host, new("old") { Resume = true }), Is.EqualTo(new ImportReport(Count + 1, 0, Count, 1)));
        Assert.That(await ImportAsync(host, new("other")), Is.EqualTo(new ImportReport(Count + 1, 0, Count, 1)), "Their addresses are there.");
    }

    [TestCaseSource(nameof(Engines))]
    public async Task A_run_that_ends_is_gone_on_with_and_a_tenant_s_accounts_sign_in(Engine engine)
    {
        await using var host = await TestHost.StartAsync(Importing with { Engine = engine });
        var import = new AccountImport("old") { Tenant = "demo", BatchSize = 7 };
        Assert.That(() => ImportAsync(host, import, endsAt: 30), Throws.InstanceOf<IOException>());

        var report = await ImportAsync(host, import with { Resume = true });

        Assert.That(report, Is.EqualTo(new ImportReport(Count + 1, Count, 0, 1)));
        Assert.That(await ExportAsync(host, "demo"), Has.Exactly(Count).Items.And.Unique);
        Assert.That((await new LaravelSpeaker().SignInAsync(host, "user59@example.com", Password)).Status, Is.EqualTo(200));
        Assert.That(await ExportAsync(host), Is.Empty);
    }

    private static async Task<ImportReport> ImportAsync(TestHost host, AccountImport import, int endsAt = int.MaxValue)
    {
        var lines = host.Services.GetServices<IAccountFormat>().Single(format => format.Name == "laravel").ReadAsync(File(), new(), CancellationToken.None);
        var outcome = await host.Services.GetRequiredService<IAccountImport>().RunAsync(import, Until(lines, endsAt), CancellationToken.None);
        return outcome.Succeeded(out var report, out var failure) ? report : throw new AssertionException(failure.Fault.ToString());
    }

    private static async IAsyncEnumerable<ImportedLine> Until(IAsyncEnumerable<ImportedLine> lines, int endsAt)
    {
        await foreach (var line in lines)
            yield return line.Number < endsAt ? line : throw new IOException("The disk is gone.");
    }

    private static MemoryStream File()
    {
        var lines = new StringBuilder("id,name,email,password\n0x,Nobody,no address,\n");
        for (var i = 0; i < Count; i++)
            lines.Append(null, $"{i},{i},user{i}@example.com,{Bcrypt}\n");
        return new(Encoding.UTF8.GetBytes(lines.ToString()));
    }

    private static async Task<List<string>> ExportAsync(TestHost host, string tenant = "")
    {
        var accounts = new List<string>();
        await foreach (var account in host.Services.GetRequiredService<IAccountExport>().ReadAsync(new() { Tenant = tenant }, CancellationToken.None))
            accounts.Add($"{account.Email} {account.Profile.Name}");
        return accounts;
    }
}
