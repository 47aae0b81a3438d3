using AuthKit.Core.Tests.Networking;
using AuthKit.Networking;
using AuthKit.Databases;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Databases.Brought;
using AuthKit.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthKit.Core.Tests.Tenants.BroughtDatabases;

/// <summary>AuthKit without a web framework, one node of those that share a home database.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Node(IStoreProvider home, StandInServer server, StandInResolver resolver, Action<ClientDatabasePolicy>? policy = null, TimeProvider? clock = null, ILoggerProvider? logs = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs ?? Microsoft.Extensions.Logging.Abstractions.NullLoggerProvider.Instance));
        services.AddSingleton(clock ?? new LeapingClock());
        services.AddSingleton<IHostResolver>(resolver);
        services.AddSingleton<IKeyProtector, PlainProtector>().AddSingleton<IConnectionProtector, PlainProtector>().AddSingleton<IMailProtector, PlainProtector>();
        services.AddSingleton(home).AddSingleton<IStoreProvider>(server);
        services.AddAuthKitCore(options =>
            {
                options.Database = new(home.Engine.KeyIdentifier, "home");
                options.Passwords.Argon2id.MemoryKiB = 64;
                options.Passwords.Argon2id.Iterations = 1;
            })
            .AddTenant("registered", "PSGSQL", "Host=own.example.com;Database=registered")
            .AddTenant("closed", "PSGSQL", "Host=own.example.com;Database=closed", TenantRegistration.Closed)
            .AddTenant("invited", "PSGSQL", "Host=own.example.com;Database=invited", TenantRegistration.ByInvitation)
            .AllowClientDatabases(allowed =>
            {
                allowed.AcceptThatStrangersChooseWhereThisServerConnects = true;
                allowed.Engines.Add(DatabaseEngine.PostgreSql);
                allowed.Hosts.Add("*.tenants.example.com");
                policy?.Invoke(allowed);
            });
        _services = services.BuildServiceProvider();
    }

    private static readonly FlowContext Context = new() { ClientId = "test" };

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public Task<Outcome<Registration>> RegisterAsync(string email, string connectionString, string engine = "PSGSQL", string password = "correct horse 7!") => Flows.Register.RunAsync(
        _services,
        new(email, password) { Database = new(connectionString, engine, Required: true), SignIn = true },
        Context,
        default);

    public Task<Outcome<TokenPair>> LoginAsync(string email, string? hint = null, string password = "correct horse 7!") =>
        Flows.Login.RunAsync(_services, new(email, password), Context with { TenantHint = hint }, default);

    public Task<Outcome<TokenPair>> RefreshAsync(TokenPair pair) => Flows.Refresh.RunAsync(_services, new(pair.RefreshToken), Context, default);

    public async Task<Caller?> CallerAsync(TokenPair pair) =>
        (await Flows.Authenticate.RunAsync(_services, new(pair.AccessToken), Context, default)).Succeeded(out var caller, out _) ? caller : null;

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
