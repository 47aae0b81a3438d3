using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>Three databases on a server.</summary>
/// <param name="kind">The server's engine.</param>
/// <param name="databases">Their connection strings.</param>
/// <param name="pool">Where they go back to; null where they stay until their server goes.</param>
internal sealed class ServerDatabases(ServerKind kind, string[] databases, DatabasePool? pool = null) : TestDatabases
{
    public override string KeyIdentifier => kind.KeyIdentifier;

    public override string DemoConnection => databases[1];

    // A URI has no keywords and stays as it is.
    public override string DemoConnectionReordered =>
        string.Join(';', DemoConnection.Split(';').Reverse().Select(pair => pair.Split('=', 2) is [var keyword, var value] ? $"{keyword.ToUpperInvariant()}={value}" : pair));

    public override IEnumerable<string> Secrets =>
    [
        .. databases,
        DemoConnectionReordered,
        .. DemoConnection.Split(';').Where(pair => pair.StartsWith("Password=", StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Split('=', 2)[1]),
    ];

    public override void Register(AuthKitBuilder builder)
    {
        kind.Use(builder, databases[0]);
        builder.AddTenant("demo", KeyIdentifier, DemoConnection).AddTenant("second", KeyIdentifier, databases[2]);
    }

    public override async ValueTask DisposeAsync() => await (pool?.GiveBackAsync(databases) ?? Task.CompletedTask);
}
