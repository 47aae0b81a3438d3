using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>A service that tells ranges of hashes as Pwned Passwords does, or as badly as a test has it.</summary>
internal sealed class RangeService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RangeService(WebApplication app) => _app = app;

    /// <summary>The path and query of every request that came.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The headers that each had, but for the host's name.</summary>
    public ConcurrentQueue<string> Headers { get; } = new();

    public Uri Address => new(_app.Urls.Single());

    /// <summary>How it answers.</summary>
    public RequestDelegate Answer { get; set; } = http => http.Response.WriteAsync(Lines());

    public static async Task<RangeService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var service = new RangeService(app);
        app.Run(http =>
        {
            service.Asked.Enqueue($"{http.Request.Path}{http.Request.QueryString}");
            service.Headers.Enqueue(string.Join('\n', http.Request.Headers.Where(static header => header.Key != "Host").Select(static header => $"{header.Key}: {header.Value}").Order()));
            return service.Answer(http);
        });
        await app.StartAsync();
        return service;
    }

    /// <summary>The answer for a range that a password is in, or for one that it is not.</summary>
    public static string Lines(string? password = null, int seen = 12)
    {
        var lines = Enumerable.Range(0, 800).Select(static number => $"{Hash($"{number}")[5..]}:{(number % 2 == 0 ? 3 : 0)}");
        return string.Join("\r\n", password is null ? lines : lines.Append($"{Hash(password)[5..]}:{seen}").Order(StringComparer.Ordinal));
    }

    public static string Hash(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
