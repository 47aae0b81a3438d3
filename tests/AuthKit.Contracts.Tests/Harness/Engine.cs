namespace AuthKit.Contracts.Tests.Harness;

/// <summary>A database engine that the transcripts are replayed on.</summary>
internal sealed record Engine(string Name, Func<Task<TestDatabases>> PrepareAsync)
{
    public static Engine Sqlite { get; } = new("SQLite", () => Task.FromResult<TestDatabases>(new SqliteDatabases()));

    /// <summary>Every engine that this machine can replay on.</summary>
    public static IEnumerable<Engine> All => [Sqlite];

    public override string ToString() => Name;
}
