using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Contracts;
using AuthKit.Passwords;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Benchmarks.Requests.Hosts;

/// <summary>AuthKit with its defaults, but for the rate limits: all load comes from one address.</summary>
internal sealed class AuthKitHost : BenchmarkHost
{
    protected override void Register(WebApplicationBuilder builder, string database, bool hashes)
    {
        if (!hashes)
            builder.Services.AddSingleton<IPasswordHasher, NoHash>();
        builder.Services.AddAuthKit(options =>
            {
                options.Issuer = "https://bench.example";
                options.RateLimits.Enabled = false;
                options.Clients.Add(new() { Id = "bench", Secret = "bench-secret", MayIntrospect = true, Grants = { GrantTypes.ClientCredentials } });
            })
            .AddContract<LaravelContract>()
            .AddContract<MessageCodeContract>()
            .AddContract<OAuthContract>()
            .UsePostgreSql(database);
    }

    protected override Task MapAsync(WebApplication app)
    {
        app.MapAuthKit();
        return Task.CompletedTask;
    }

    private sealed class NoHash : IPasswordHasher
    {
        public string Hash(string password) => "none";

        public PasswordVerification Verify(string hash, string password) => PasswordVerification.Succeeded;
    }
}
