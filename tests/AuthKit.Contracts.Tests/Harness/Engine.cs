using AuthKit.TestServers;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>A database engine that tests of the whole run on.</summary>
internal sealed record Engine(string Name, Func<Task<TestDatabases>> PrepareAsync)
{
    public static Engine Sqlite { get; } = new("SQLite", SqliteDatabases.CreateAsync);

    /// <summary>The same, with keys that sign by the machine's clock.</summary>
    public static Engine SqliteToday { get; } = Sqlite with { PrepareAsync = SqliteDatabases.CreateForTodayAsync };

    /// <summary>Every engine. Where a server is not named in the environment, its tests say so.</summary>
    public static IReadOnlyList<Engine> All { get; } = [Sqlite, .. ServerKind.All.Select(OnNamed)];

    /// <summary>An engine on a server of the test's own, which takes the databases with it.</summary>
    public static Engine On(ServerKind kind, ScriptedServer own) =>
        new(kind.Name, async () => new ServerDatabases(kind, await DatabasePool.MakeAsync(kind.Server, own.ConnectionString)));

    public override string ToString() => Name;

    private static Engine OnNamed(ServerKind kind)
    {
        var pool = new DatabasePool(kind.Server);
        return new(kind.Name, async () => new ServerDatabases(kind, await pool.TakeAsync(), pool));
    }
}
