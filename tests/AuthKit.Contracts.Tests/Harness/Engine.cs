using AuthKit.TestServers;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>A database engine that tests of the whole run on.</summary>
internal sealed record Engine(string Name, Func<Task<TestDatabases>> PrepareAsync)
{
    public static Engine Sqlite { get; } = new("SQLite", () => Task.FromResult<TestDatabases>(new SqliteDatabases()));

    /// <summary>Every engine. Where a server is not named in the environment, its tests say so.</summary>
    public static IReadOnlyList<Engine> All { get; } =
    [
        Sqlite,
        On("PostgreSQL", SqlTestServer.PostgreSql, "PSGSQL", (builder, database) => builder.UsePostgreSql(database)),
        On("MariaDB", SqlTestServer.MariaDb, "MARIADB", (builder, database) => builder.UseMySql(database)),
        On("MySQL", SqlTestServer.MySql, "MYSQL", (builder, database) => builder.UseMySql(database)),
        On("SQL Server", SqlTestServer.SqlServer, "MSSQL", (builder, database) => builder.UseSqlServer(database)),
#if AUTHKIT_CURRENT
        On("MongoDB", new MongoServer(), "MONGO", (builder, database) => builder.UseMongoDb(database)),
#endif
    ];

    public override string ToString() => Name;

    private static Engine On(string name, TestServer server, string keyIdentifier, Action<AuthKitBuilder, string> use)
    {
        var pool = new DatabasePool(server);
        return new(name, async () => new ServerDatabases(pool, await pool.TakeAsync(), keyIdentifier, use));
    }
}
