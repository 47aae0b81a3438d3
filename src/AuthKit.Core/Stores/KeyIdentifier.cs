namespace AuthKit.Stores;

/// <summary>The documented names of database engines, in any case.</summary>
public static class KeyIdentifier
{
    private static readonly Dictionary<string, DatabaseEngine> Engines = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MONGO"] = DatabaseEngine.MongoDb,
        ["MONGODB"] = DatabaseEngine.MongoDb,
        ["SQLITE"] = DatabaseEngine.Sqlite,
        ["MYSQL"] = DatabaseEngine.MySql,
        ["MARIADB"] = DatabaseEngine.MySql,
        ["MSSQL"] = DatabaseEngine.SqlServer,
        ["SQLSERVER"] = DatabaseEngine.SqlServer,
        ["PSGSQL"] = DatabaseEngine.PostgreSql,
        ["PGSQL"] = DatabaseEngine.PostgreSql,
        ["POSTGRES"] = DatabaseEngine.PostgreSql,
        ["POSTGRESQL"] = DatabaseEngine.PostgreSql,
    };

    /// <summary>The engine that a key identifier names.</summary>
    /// <returns>False where it names none.</returns>
    public static bool TryParse(string? keyIdentifier, out DatabaseEngine engine)
    {
        engine = default;
        return keyIdentifier is not null && Engines.TryGetValue(keyIdentifier.Trim(), out engine);
    }

    /// <summary>The engine that a key identifier names.</summary>
    /// <exception cref="ArgumentException">It names none.</exception>
    public static DatabaseEngine Parse(string? keyIdentifier) => TryParse(keyIdentifier, out var engine)
        ? engine
        : throw new ArgumentException($"'{keyIdentifier}' names no database engine; known are {string.Join(", ", Engines.Keys)}.", nameof(keyIdentifier));
}
