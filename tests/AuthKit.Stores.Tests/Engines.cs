using AuthKit.Stores.Tests.EntityFramework;
using AuthKit.Stores.Tests.InMemory;
using AuthKit.Stores.Tests.MariaDb;
using AuthKit.Stores.Tests.MongoDb;
using AuthKit.Stores.Tests.MySql;
using AuthKit.Stores.Tests.PostgreSql;
using AuthKit.Stores.Tests.SqlServer;
using AuthKit.Stores.Tests.Sqlite;
using AuthKit.Stores.Tests.Servers;

namespace AuthKit.Stores.Tests;

/// <summary>The engines under test. What is tried on all of them names this list, and an engine is added here alone.</summary>
internal static class Engines
{
    /// <summary>Those on servers, through AuthKit's own adapters: each is a <see cref="ServerEngine"/>.</summary>
    public static IReadOnlyList<Type> OnServers { get; } = [typeof(PostgreSqlEngine), typeof(MySqlEngine), typeof(MariaDbEngine), typeof(SqlServerEngine)];

    /// <summary>Servers of a fixture's own, which it may stop and kill.</summary>
    public static IReadOnlyList<Type> Restartable { get; } = [typeof(OwnPostgreSql), typeof(OwnMySql), typeof(OwnMariaDb)];

    /// <summary>Those on which AuthKit makes its tables itself.</summary>
    public static IReadOnlyList<Type> Migrating { get; } = [typeof(SqliteEngine), .. OnServers, typeof(MongoEngine)];

    /// <summary>Every engine.</summary>
    public static IReadOnlyList<Type> All { get; } = [typeof(InMemoryEngine), .. Migrating, typeof(PostgreSqlContextEngine), typeof(SqliteContextEngine)];
}
