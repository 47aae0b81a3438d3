using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace AuthKit.Docs.Tests;

/// <summary>A host on a free loopback port, with a database in a folder of its own.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private RunningHost(WebApplication app, string folder) => (_app, _folder, Client) = (app, folder, new() { BaseAddress = new(app.Urls.First()) });

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<RunningHost> StartAsync(Action<WebApplicationBuilder, Func<string, string>> configure, Action<WebApplication>? map = null)
    {
        var folder = Directory.CreateTempSubdirectory("authkit-docs-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        foreach (var name in (string[])["App", "Acme"])
            builder.Configuration[$"ConnectionStrings:{name}"] = $"Data Source={Path.Combine(folder, name)}.db";
        configure(builder, name => $"Data Source={Path.Combine(folder, name)}.db");
        var app = builder.Build();
        app.MapAuthKit();
        map?.Invoke(app);
        await app.StartAsync();
        return new(app, folder);
    }

    public async Task<(int Status, JsonNode Body)> SendAsync(HttpMethod method, string path, object? body = null, string? bearer = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        using var response = await Client.SendAsync(request);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    public Task<(int Status, JsonNode Body)> PostAsync(string path, object? body = null, string? bearer = null) => SendAsync(HttpMethod.Post, path, body, bearer);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
