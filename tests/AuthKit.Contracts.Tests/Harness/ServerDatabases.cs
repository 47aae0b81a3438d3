using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>Three databases on a server.</summary>
internal sealed class ServerDatabases(DatabasePool pool, string[] databases, string keyIdentifier, Action<AuthKitBuilder, string> use) : TestDatabases
{
    public override string KeyIdentifier => keyIdentifier;

    public override string DemoConnection => databases[1];

    // A URI has no keywords and stays as it is.
    public override string DemoConnectionReordered =>
        string.Join(';', DemoConnection.Split(';').Reverse().Select(pair => pair.Split('=', 2) is [var keyword, var value] ? $"{keyword.ToUpperInvariant()}={value}" : pair));

    public override void Register(AuthKitBuilder builder)
    {
        use(builder, databases[0]);
        builder.AddTenant("demo", KeyIdentifier, DemoConnection).AddTenant("second", KeyIdentifier, databases[2]);
    }

    public override async ValueTask DisposeAsync() => await pool.GiveBackAsync(databases);
}
