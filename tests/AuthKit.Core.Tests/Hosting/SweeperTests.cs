using System.Collections.Concurrent;
using AuthKit.Conformance.InMemory;
using AuthKit.Core.Tests.Tenants.BroughtDatabases;
using AuthKit.Databases;
using AuthKit.Hosting;
using AuthKit.Mail;
using AuthKit.Records;
using AuthKit.Tenants;
using AuthKit.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AuthKit.Core.Tests.Hosting;

public sealed class SweeperTests
{
    private const int Hostile = 9;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(15);

    [Test]
    public async Task Databases_that_do_not_answer_do_not_keep_others_from_being_swept()
    {
        var (tenants, clock) = (new Tenants(), new Clock());
        await using var services = Services(tenants, clock);
        var databases = services.GetRequiredService<TenantDatabases>();
        for (var i = 0; i < Hostile; i++)
            await (await databases.LeaseAsync($"hostile-{i}", default)).DisposeAsync();
        using var sweeper = ActivatorUtilities.CreateInstance<Sweeper>(services);
        await sweeper.StartAsync(default);

        await clock.HasTimer.WaitAsync(Patience);
        clock.Advance(LongestInterval);
        while (tenants.Asked.Count < Hostile)
        {
            await tenants.NextAsked().WaitAsync(Patience);
            // The time of those that hang is over.
            clock.Advance(LongestInterval);
        }

        await sweeper.StopAsync(default);
    }

    private static ServiceProvider Services(Tenants tenants, Clock clock)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock).AddSingleton<ITenantSource>(tenants);
        services.AddSingleton<IKeyProtector, PlainProtector>().AddSingleton<IConnectionProtector, PlainProtector>().AddSingleton<IMailProtector, PlainProtector>();
        services.AddSingleton<IStoreProvider>(new InMemoryStoreProvider(DatabaseEngine.Sqlite));
        services.AddAuthKitCore(options => options.Database = new(DatabaseEngine.Sqlite.KeyIdentifier, "home"));
        return services.BuildServiceProvider();
    }

    /// <summary>Databases that never answer, and mind no token.</summary>
    private sealed class Tenants : ITenantSource
    {
        private readonly SemaphoreSlim _asked = new(0);

        public ConcurrentDictionary<string, bool> Asked { get; } = new();

        public Task NextAsked() => _asked.WaitAsync();

        public Task<IDatabase> OpenAsync(string alias, CancellationToken cancellationToken) => Task.FromResult<IDatabase>(new Database(() =>
        {
            Asked[alias] = true;
            _asked.Release();
            return new TaskCompletionSource().Task;
        }));
    }

    private sealed class Database(Func<Task> sweeping) : IDatabase, IRecords
    {
        private readonly InMemoryDatabase _inner = new();

        public IRecords Records => this;

        public Task MigrateAsync(IReadOnlyList<Schema> schemas, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task PingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync() => default;

        public async Task<int> DeleteAsync<TRecord>(Table<TRecord> table, Condition[] where, int limit, CancellationToken cancellationToken) where TRecord : class
        {
            await sweeping();
            return 0;
        }

        public Task<TableIndex?> InsertAsync<TRecord>(Table<TRecord> table, TRecord record, CancellationToken cancellationToken) where TRecord : class => _inner.Records.InsertAsync(table, record, cancellationToken);

        public Task<TRecord?> FindAsync<TRecord>(Table<TRecord> table, Condition[] where, CancellationToken cancellationToken) where TRecord : class => _inner.Records.FindAsync(table, where, cancellationToken);

        public Task<List<TRecord>> ListAsync<TRecord>(Table<TRecord> table, Condition[] where, Order? orderBy, int limit, CancellationToken cancellationToken) where TRecord : class => _inner.Records.ListAsync(table, where, orderBy, limit, cancellationToken);

        public Task<Updated<TRecord>> UpdateAsync<TRecord>(Table<TRecord> table, Condition[] where, Change[] changes, Column? readBy, CancellationToken cancellationToken) where TRecord : class => _inner.Records.UpdateAsync(table, where, changes, readBy, cancellationToken);
    }

    private sealed class Clock : FakeTimeProvider
    {
        private readonly TaskCompletionSource _hasTimer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task HasTimer => _hasTimer.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _hasTimer.TrySetResult();
            return timer;
        }
    }
}
