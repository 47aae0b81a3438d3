using AuthKit.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Docs.Tests;

/// <summary>The host that the README begins with.</summary>
internal static class Adopting
{
    public static void Run(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthKit(o => o.Issuer = "https://app.example")
            .AddContract<LaravelContract>()
            .UseSqlite("Data Source=app.db");

        var app = builder.Build();
        app.MapAuthKit();
        app.MapGet("/hello", () => "Hello, whoever you are.").RequireAuthorization();
        app.Run();
    }
}
