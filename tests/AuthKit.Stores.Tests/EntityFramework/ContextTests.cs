using AuthKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>Tests on databases that go with each test.</summary>
public abstract class ContextTests<TEngine> where TEngine : TestEngine, IContextEngine, new()
{
    private readonly List<ServiceProvider> _hosts = [];

    protected TEngine Engine { get; private set; } = null!;

    [SetUp]
    public void MakeEngine() => Engine = new();

    [TearDown]
    public async Task DropDatabasesAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        _hosts.Clear();
        await Engine.DisposeAsync();
    }

    /// <summary>A host with a context on a database that is there.</summary>
    protected ServiceProvider Host<TContext>(string connectionString, Action<DbContextOptionsBuilder>? configure = null) where TContext : DbContext =>
        Host(services => services.AddDbContext<TContext>(options =>
        {
            Engine.Use(options, connectionString);
            configure?.Invoke(options);
        }));

    protected ServiceProvider Host(Action<IServiceCollection> configure)
    {
        var services = new ServiceCollection();
        configure(services);
        var host = services.BuildServiceProvider(validateScopes: true);
        _hosts.Add(host);
        return host;
    }

    /// <summary>A host with a context, its tables, and what AuthKit makes of them.</summary>
    protected async Task<(ServiceProvider Host, IDatabase Database)> StartAsync<TContext>(Action<DbContextOptionsBuilder>? configure = null) where TContext : DbContext
    {
        var host = Host<TContext>(await Engine.CreateEmptyDatabaseAsync(), configure);
        await host.CreateTablesAsync<TContext>();
        return (host, host.OpenDatabase<TContext>());
    }

    /// <summary>Runs a statement past AuthKit.</summary>
    protected static async Task RunAsync<TContext>(IServiceProvider host, string sql) where TContext : DbContext
    {
        await using var scope = host.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TContext>().Database.ExecuteSqlRawAsync(sql);
    }
}
