namespace AuthKit.Databases;

/// <summary>A database engine, and the key identifiers that name it. An adapter from outside brings its own.</summary>
/// <remarks>Two are the same where their names are.</remarks>
public sealed class DatabaseEngine : IEquatable<DatabaseEngine>
{
    /// <summary>MongoDB: <c>MONGO</c>, <c>MONGODB</c>.</summary>
    public static readonly DatabaseEngine MongoDb = new("MongoDb", "MONGO", "MONGODB");

    /// <summary>SQLite: <c>SQLITE</c>.</summary>
    public static readonly DatabaseEngine Sqlite = new("Sqlite", "SQLITE");

    /// <summary>MySQL and MariaDB: <c>MYSQL</c>, <c>MARIADB</c>.</summary>
    public static readonly DatabaseEngine MySql = new("MySql", "MYSQL", "MARIADB");

    /// <summary>SQL Server: <c>MSSQL</c>, <c>SQLSERVER</c>.</summary>
    public static readonly DatabaseEngine SqlServer = new("SqlServer", "MSSQL", "SQLSERVER");

    /// <summary>PostgreSQL: <c>PSGSQL</c>, <c>PGSQL</c>, <c>POSTGRES</c>, <c>POSTGRESQL</c>.</summary>
    public static readonly DatabaseEngine PostgreSql = new("PostgreSql", "PSGSQL", "PGSQL", "POSTGRES", "POSTGRESQL");

    /// <summary>An engine.</summary>
    /// <param name="name">What it is called in messages, and told apart by.</param>
    /// <param name="keyIdentifiers">What a request or the host's configuration calls it, in any case.</param>
    /// <exception cref="ArgumentException">There is no name, or no key identifier.</exception>
    public DatabaseEngine(string name, params IReadOnlyList<string> keyIdentifiers)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (keyIdentifiers.Count == 0)
            throw new ArgumentException("An engine has a key identifier.", nameof(keyIdentifiers));
        Name = name;
        KeyIdentifiers = keyIdentifiers;
    }

    /// <summary>The engines whose key identifiers are documented, whether or not their adapters are registered.</summary>
    public static IReadOnlyList<DatabaseEngine> Documented { get; } = [MongoDb, Sqlite, MySql, SqlServer, PostgreSql];

    /// <summary>What it is called in messages, and told apart by.</summary>
    public string Name { get; }

    /// <summary>What a request or the host's configuration calls it, in any case.</summary>
    public IReadOnlyList<string> KeyIdentifiers { get; }

    /// <summary>The first of <see cref="KeyIdentifiers"/>.</summary>
    public string KeyIdentifier => KeyIdentifiers[0];

    /// <summary>Whether a key identifier names it.</summary>
    public bool IsNamed(string? keyIdentifier) => keyIdentifier is not null && KeyIdentifiers.Contains(keyIdentifier.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public bool Equals(DatabaseEngine? other) => other is not null && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DatabaseEngine);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
