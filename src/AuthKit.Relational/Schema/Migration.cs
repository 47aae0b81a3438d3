namespace AuthKit.Relational.Schema;

/// <summary>One step of the schema. Steps that were released never change; each adds to what it finds, so that nodes of the release before go on working.</summary>
internal sealed record Migration(int Version, Func<SqlDialect, IEnumerable<string>> Statements)
{
    /// <summary>The table that has a row for every step taken.</summary>
    public static Table Steps { get; } = new("authkit_schema", [new("version", SqlType.Integer)], ["version"], []);

    /// <summary>Every step, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        new(1, static dialect => InitialTables.All.SelectMany(table => table.Create(dialect))),
        new(2, static dialect => TenantTables.All.SelectMany(table => table.Create(dialect))),
        new(3, static dialect => AuthorizationTables.Statements(dialect)),
    ];

    /// <summary>What takes the step and notes it.</summary>
    public IEnumerable<string> Script(SqlDialect dialect) => [.. Statements(dialect), $"INSERT INTO {Steps.Name} (version) VALUES ({Version})"];
}
