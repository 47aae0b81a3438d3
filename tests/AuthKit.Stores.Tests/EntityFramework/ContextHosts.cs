using AuthKit.Databases;
using AuthKit.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>Hosts with nothing in them but a context: what an adapter is to a test of the kit.</summary>
public sealed class ContextHosts(DatabaseEngine engine, Action<DbContextOptionsBuilder, string> use) : IStoreProvider, IAsyncDisposable
{
    private readonly List<ServiceProvider> _hosts = [];

    public DatabaseEngine Engine => engine;

    public ServiceProvider Host(string connectionString)
    {
        var host = new ServiceCollection().AddDbContext<KitContext>(options => use(options, connectionString)).BuildServiceProvider(validateScopes: true);
        _hosts.Add(host);
        return host;
    }

    public IDatabase Open(string connectionString) => Host(connectionString).OpenDatabase<KitContext>();

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
    }
}

internal static class HostExtensions
{
    public static IDatabase OpenDatabase<TContext>(this IServiceProvider host) where TContext : DbContext =>
        new EntityFrameworkDatabase<TContext>(host.GetRequiredService<IServiceScopeFactory>());

    /// <summary>Makes the tables of a context's model, as a host's migrations would.</summary>
    public static async Task CreateTablesAsync<TContext>(this IServiceProvider host) where TContext : DbContext
    {
        await using var scope = host.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TContext>().Database.EnsureCreatedAsync();
    }
}
