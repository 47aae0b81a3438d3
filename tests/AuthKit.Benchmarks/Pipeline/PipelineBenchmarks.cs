using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AuthKit.Contracts;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthKit.Benchmarks.Pipeline;

/// <summary>Whole requests on SQLite, without a socket: register, sign in, refresh, profile, and a bearer check on the host's own endpoint.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private const string Password = "correct horse 7!";

    private readonly string _folder = Directory.CreateTempSubdirectory("authkit-bench-").FullName;
    private WebApplication _app = null!;
    private HttpClient _client = null!;
    private string _accessToken = "";
    private string _refreshToken = "";
    private int _registered;

    [GlobalSetup]
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = _folder });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddAuthKit(options => options.RateLimits.Enabled = false)
            .AddContract<LaravelContract>()
            .AddContract<MessageCodeContract>()
            .UseSqlite($"Data Source={Path.Combine(_folder, "bench.db")}");
        _app = builder.Build();
        _app.MapAuthKit();
        _app.MapGet("/bare", () => "hello");
        _app.MapGet("/me", () => "hello").RequireAuthorization();
        await _app.StartAsync();
        _client = _app.GetTestClient();
        var pair = await PostAsync("/api/v1/register", new { name = "Anna", email = "anna@example.com", password = Password });
        (_accessToken, _refreshToken) = ((string)pair["access_token"]!, (string)pair["refresh_token"]!);
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _accessToken);
    }

    [Benchmark]
    public Task Register() =>
        PostAsync("/api/v1/register", new { name = "Bert", email = $"bert{_registered++}@example.com", password = Password });

    [Benchmark]
    public Task SignIn() => PostAsync("/api/v1/login", new { email = "anna@example.com", password = Password });

    [Benchmark]
    public async Task Refresh() =>
        _refreshToken = (string)(await PostAsync("/api/v1/token/refresh", new { refresh_token = _refreshToken }))["refresh_token"]!;

    [Benchmark]
    public Task<string> Profile() => _client.GetStringAsync("/User/GetUser?email=anna@example.com");

    [Benchmark]
    public Task<string> BearerCheck() => _client.GetStringAsync("/me");

    [Benchmark(Baseline = true)]
    public Task<string> BareEndpoint() => _client.GetStringAsync("/bare");

    [GlobalCleanup]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<JsonNode> PostAsync(string path, object body)
    {
        using var response = await _client.PostAsJsonAsync(path, body);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["data"]!;
    }
}
