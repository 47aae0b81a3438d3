using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthKit.Contracts.Tests.Startup;

/// <summary>A host as a developer writes it, started and stopped.</summary>
internal static class StartingHost
{
    /// <summary>What the host logged.</summary>
    public static async Task<CapturedLogs> RunAsync(string folder, Mistake mistake)
    {
        var logs = new CapturedLogs();
        await RunAsync(folder, mistake, logs);
        return logs;
    }

    /// <summary>What the host said of the mistake: a warning, an error, or the exception that it ended with.</summary>
    public static async Task<string> SayingAsync(string folder, Mistake mistake)
    {
        var logs = new CapturedLogs();
        var refusal = "";
        try
        {
            await RunAsync(folder, mistake, logs);
        }
        catch (Exception e) when (e is not AssertionException)
        {
            refusal = e.Message;
        }

        return string.Join('\n', logs.Entries.Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Text).Append(refusal));
    }

    private static async Task RunAsync(string folder, Mistake mistake, CapturedLogs logs)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = mistake.Environment, ContentRootPath = folder });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.None).AddFilter("AuthKit", LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(mistake.Settings);
        var authKit = builder.Services.AddAuthKit(builder.Configuration.GetSection(mistake.Section));
        authKit.AddSqlite();
        if (mistake.HomeDatabase && !mistake.Settings.ContainsKey("AuthKit:Database:KeyIdentifier"))
            authKit.UseSqlite($"Data Source={Path.Combine(folder, $"{Guid.NewGuid():N}.db")}");
        builder.Services.Configure(mistake.Options);
        mistake.Build(authKit);
        mistake.Services(builder.Services);
        await using var app = builder.Build();
        mistake.Map(app);
        await app.StartAsync();
        await app.StopAsync();
    }
}
