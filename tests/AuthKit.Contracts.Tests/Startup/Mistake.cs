using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Startup;

/// <summary>How an operator or developer can go wrong.</summary>
/// <param name="What">The mistake.</param>
/// <param name="Sentence">What has to be said of it at the start: it names the setting, and what to write.</param>
internal sealed record Mistake(string What, string Sentence)
{
    public Dictionary<string, string?> Settings { get; init; } = [];

    public string Section { get; init; } = "AuthKit";

    public string Environment { get; init; } = "Production";

    public Action<AuthKitOptions> Options { get; init; } = _ => { };

    public Action<AuthKitBuilder> Build { get; init; } = _ => { };

    public Action<IServiceCollection> Services { get; init; } = _ => { };

    public Action<WebApplication> Map { get; init; } = app => app.MapAuthKit();

    /// <summary>Whether a home database is chosen beside what the mistake does.</summary>
    public bool HomeDatabase { get; init; } = true;

    public override string ToString() => What;
}
