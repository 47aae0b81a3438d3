using AuthKit.Conformance;
using AuthKit.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>Three files in a folder of their own.</summary>
internal sealed class SqliteDatabases : TestDatabases
{
    private static readonly Lazy<Task<(byte[] Home, byte[] Tenant)>> Finished = new(() => FinishAsync(new()));
    private static readonly Lazy<Task<(byte[] Home, byte[] Tenant)>> FinishedToday = new(() => FinishAsync(HostPlan.Today));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authkit-contracts-");

    private SqliteDatabases()
    {
    }

    public override string KeyIdentifier => "SQLITE";

    public override string DemoConnection => $"Data Source={PathOf("demo")};Default Timeout=30";

    public override string DemoConnectionReordered => $"default timeout=30;DATA SOURCE={PathOf("demo")}";

    public override IEnumerable<string> Secrets => [HomeConnection, DemoConnection, DemoConnectionReordered, SecondConnection];

    private string HomeConnection => $"Data Source={PathOf("home")};Default Timeout=30";

    private string SecondConnection => $"Data Source={PathOf("second")};Default Timeout=30";

    /// <summary>Databases with tables and signing keys in them, and nothing else.</summary>
    public static Task<TestDatabases> CreateAsync() => CopyAsync(Finished);

    /// <summary>The same, whose keys sign by the machine's clock.</summary>
    public static Task<TestDatabases> CreateForTodayAsync() => CopyAsync(FinishedToday);

    public override void Register(AuthKitBuilder builder) => builder
        .UseSqlite(HomeConnection)
        .AddTenant("demo", KeyIdentifier, DemoConnection)
        .AddTenant("second", KeyIdentifier, SecondConnection);

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return default;
    }

    private static async Task<TestDatabases> CopyAsync(Lazy<Task<(byte[] Home, byte[] Tenant)>> finished)
    {
        var (home, tenant) = await finished.Value;
        var databases = new SqliteDatabases();
        await File.WriteAllBytesAsync(databases.PathOf("home"), home);
        await File.WriteAllBytesAsync(databases.PathOf("demo"), tenant);
        await File.WriteAllBytesAsync(databases.PathOf("second"), tenant);
        return databases;
    }

    // An RSA key takes longer to make than most tests take.
    private static async Task<(byte[] Home, byte[] Tenant)> FinishAsync(HostPlan plan)
    {
        await using var databases = new SqliteDatabases();
        await using (await TestHost.StartAsync(plan with { Shared = databases }))
        await using (var tenant = new SqliteStoreProvider().Open(databases.DemoConnection))
            await tenant.MigrateAsync(CancellationToken.None);
        return (await File.ReadAllBytesAsync(databases.PathOf("home")), await File.ReadAllBytesAsync(databases.PathOf("demo")));
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, $"{name}.db");
}
