using System.Data.Common;
using AuthKit.Databases;
using AuthKit.EntityFrameworkCore;
using AuthKit.PostgreSql;
using AuthKit.Relational;
using AuthKit.Stores.Tests.Servers;
using AuthKit.TestServers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>PostgreSQL through a host's context. What migrates the host's databases makes AuthKit's tables too.</summary>
public sealed class EntityFrameworkEngine()
    : ServerEngine(SqlTestServer.PostgreSql, own: null, "TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"), IStoreProvider
{
    private readonly List<ServiceProvider> _hosts = [];

    public override IStoreProvider Provider => this;

    public DatabaseEngine Engine => DatabaseEngine.PostgreSql;

    public override SqlDialect Dialect { get; } = new PostgreSqlDialect();

    public override DbDataSource CreateSource(string connectionString) => PostgreSqlStoreProvider.CreateSource(connectionString);

    public override async Task<string> CreateDatabaseAsync()
    {
        var connectionString = await CreateEmptyDatabaseAsync();
        await using var scope = Host(connectionString).CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ShopContext>().Database.EnsureCreatedAsync();
        return connectionString;
    }

    public Task<string> CreateEmptyDatabaseAsync() => base.CreateDatabaseAsync();

    IDatabase IStoreProvider.Open(string connectionString) =>
        new EntityFrameworkDatabase<ShopContext>(Host(connectionString).GetRequiredService<IServiceScopeFactory>());

    /// <summary>A host's services, with nothing in them but its context.</summary>
    public ServiceProvider Host(string connectionString)
    {
        var host = new ServiceCollection()
            .AddDbContext<ShopContext>(options => options.UseNpgsql(connectionString))
            .BuildServiceProvider(validateScopes: true);
        _hosts.Add(host);
        return host;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        await base.DisposeAsync();
    }
}
