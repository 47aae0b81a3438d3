using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>Three files in a folder of their own.</summary>
internal sealed class SqliteDatabases : TestDatabases
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authkit-contracts-");

    public override string KeyIdentifier => "SQLITE";

    public override string DemoConnection => $"Data Source={File("demo")};Default Timeout=30";

    public override string DemoConnectionReordered => $"default timeout=30;DATA SOURCE={File("demo")}";

    public override IEnumerable<string> Secrets => [HomeConnection, DemoConnection, DemoConnectionReordered, SecondConnection];

    private string HomeConnection => $"Data Source={File("home")};Default Timeout=30";

    private string SecondConnection => $"Data Source={File("second")};Default Timeout=30";

    public override void Register(AuthKitBuilder builder) => builder
        .UseSqlite(HomeConnection)
        .AddTenant("demo", KeyIdentifier, DemoConnection)
        .AddTenant("second", KeyIdentifier, SecondConnection);

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return default;
    }

    private string File(string name) => Path.Combine(_folder.FullName, $"{name}.db");
}
