using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthKit.Benchmarks.Requests.Hosts;

/// <summary>A host under measurement, in a process of its own. It says where it listens, and ends with its standard input.</summary>
internal abstract class BenchmarkHost
{
    /// <summary>Registers what signs people in.</summary>
    /// <param name="builder">The host's.</param>
    /// <param name="database">The connection string of a PostgreSQL database that nobody else uses.</param>
    /// <param name="hashes">Whether passwords are hashed, rather than taken unseen.</param>
    protected abstract void Register(WebApplicationBuilder builder, string database, bool hashes);

    /// <summary>Maps its routes, on a database that is ready.</summary>
    protected abstract Task MapAsync(WebApplication app);

    /// <summary>Serves until standard input ends.</summary>
    /// <param name="hashes">Whether passwords are hashed.</param>
    public async Task RunAsync(bool hashes)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        // Standard output has the address alone.
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthorization();
        Register(builder, builder.Configuration["DATABASE"]!, hashes);

        await using var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        await MapAsync(app);
        app.MapGet("/me", (ClaimsPrincipal user) => user.Identity!.IsAuthenticated).RequireAuthorization();
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }
}
