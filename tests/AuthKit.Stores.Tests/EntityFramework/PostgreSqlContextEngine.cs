using System.Data.Common;
using AuthKit.Databases;
using AuthKit.PostgreSql;
using AuthKit.Relational;
using AuthKit.Stores.Tests.Servers;
using AuthKit.TestServers;
using Microsoft.EntityFrameworkCore;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>PostgreSQL through a host's context. What migrates the host's databases makes AuthKit's tables too.</summary>
public sealed class PostgreSqlContextEngine()
    : ServerEngine(SqlTestServer.PostgreSql, own: null, "TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"), IContextEngine
{
    private readonly ContextHosts _hosts = new(DatabaseEngine.PostgreSql, static (options, connectionString) => options.UseNpgsql(connectionString));

    public override IStoreProvider Provider => _hosts;

    public override SqlDialect Dialect { get; } = new PostgreSqlDialect();

    public override DbDataSource CreateSource(string connectionString) => PostgreSqlStoreProvider.CreateSource(connectionString);

    public void Use(DbContextOptionsBuilder options, string connectionString) => options.UseNpgsql(connectionString);

    public override async Task<string> CreateDatabaseAsync()
    {
        var connectionString = await CreateEmptyDatabaseAsync();
        await _hosts.Host(connectionString).CreateTablesAsync<KitContext>();
        return connectionString;
    }

    public Task<string> CreateEmptyDatabaseAsync() => base.CreateDatabaseAsync();

    public override async ValueTask DisposeAsync()
    {
        await _hosts.DisposeAsync();
        await base.DisposeAsync();
    }
}
