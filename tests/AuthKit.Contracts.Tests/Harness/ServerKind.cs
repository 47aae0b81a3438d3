using AuthKit.TestServers;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>An engine on servers, as hosts use it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Server">How databases are made on its servers.</param>
/// <param name="KeyIdentifier">Its documented key identifier.</param>
/// <param name="Use">Makes a database the home database.</param>
internal sealed record ServerKind(string Name, TestServer Server, string KeyIdentifier, Action<AuthKitBuilder, string> Use)
{
    public static IReadOnlyList<ServerKind> All { get; } =
    [
        new("PostgreSQL", SqlTestServer.PostgreSql, "PSGSQL", (builder, database) => builder.UsePostgreSql(database)) { Script = "postgresql" },
        new("MariaDB", SqlTestServer.MariaDb, "MARIADB", (builder, database) => builder.UseMySql(database)) { Script = "mariadb" },
        new("MySQL", SqlTestServer.MySql, "MYSQL", (builder, database) => builder.UseMySql(database)) { Script = "mysql" },
        new("SQL Server", SqlTestServer.SqlServer, "MSSQL", (builder, database) => builder.UseSqlServer(database)),
        new("MongoDB", new MongoServer(), "MONGO", (builder, database) => builder.UseMongoDb(database)),
    ];

    /// <summary>Those that a test can have a server of its own of.</summary>
    public static IEnumerable<ServerKind> Scripted => All.Where(kind => kind.Script is not null);

    /// <summary>The script of <c>eng/servers</c> that runs one.</summary>
    public string? Script { get; init; }

    public override string ToString() => Name;
}
