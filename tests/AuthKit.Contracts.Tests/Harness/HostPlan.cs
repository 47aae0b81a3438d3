using AuthKit.AuthorizationServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>How a test's host differs from the usual one.</summary>
internal sealed record HostPlan
{
    /// <summary>A host by the machine's clock, which is that of the clients that others have written.</summary>
    public static HostPlan Today { get; } = new() { Services = services => services.AddSingleton(TimeProvider.System), Engine = Engine.SqliteToday };

    /// <summary>Changes options.</summary>
    public Action<AuthKitOptions> Options { get; init; } = _ => { };

    /// <summary>The contracts: all of them.</summary>
    public Action<AuthKitBuilder> Contracts { get; init; } = builder => builder
        .AddContract<ConnectContract>()
        .AddContract<LaravelContract>()
        .AddContract<MessageCodeContract>()
        .AddContract<OAuthContract>()
        .AddContract<TenantContract>()
        .AddContract<AccountContract>();

    /// <summary>Changes contracts or adds stores.</summary>
    public Action<AuthKitBuilder> Build { get; init; } = _ => { };

    /// <summary>Registers services before AuthKit does.</summary>
    public Action<IServiceCollection> Services { get; init; } = _ => { };

    /// <summary>The host's own CORS middleware.</summary>
    public Action<WebApplication> Cors { get; init; } = app => app.UseCors();

    /// <summary>Maps AuthKit's.</summary>
    public Action<WebApplication> Mapping { get; init; } = app => app.MapAuthKit();

    /// <summary>Maps endpoints of the host's own.</summary>
    public Action<WebApplication> Map { get; init; } = _ => { };

    /// <summary>What is logged of what is not AuthKit's own.</summary>
    public LogLevel OtherLogs { get; init; } = LogLevel.Warning;

    /// <summary>The engine to keep data on.</summary>
    public Engine Engine { get; init; } = Engine.Sqlite;

    /// <summary>Another host's databases, which stay that host's to take away.</summary>
    public TestDatabases? Shared { get; init; }

    /// <summary>This plan, and another's changes after its own.</summary>
    public HostPlan And(HostPlan other) => this with
    {
        Options = Options + other.Options,
        Build = Build + other.Build,
        Services = Services + other.Services,
        Map = Map + other.Map,
    };
}
