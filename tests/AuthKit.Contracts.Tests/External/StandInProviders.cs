using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AuthKit.Contracts.Tests.External;

/// <summary>
/// An app that answers as Google's <c>tokeninfo</c> and Facebook's Graph do. What a token means is written in the token:
/// JSON, as base64url, so that a test says what the provider knows where it signs in.
/// </summary>
internal sealed class StandInProviders : IAsyncDisposable
{
    public const string GoogleApplication = "google-application";
    public const string FacebookApplication = "facebook-application";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _requests;

    private StandInProviders(WebApplication app, ConcurrentQueue<string> requests) => (_app, _requests, Address) = (app, requests, new(app.Urls.Single()));

    public Uri Address { get; }

    /// <summary>The path and query of every request that came.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public static async Task<StandInProviders> StartAsync()
    {
        var requests = new ConcurrentQueue<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Use((http, next) =>
        {
            requests.Enqueue(http.Request.Path + http.Request.QueryString);
            return next(http);
        });
        app.MapPost("/tokeninfo", async (HttpRequest request) => await AnswerAsync(request.HttpContext, (await request.ReadFormAsync())["access_token"], meaning => meaning.TokenInfo()));
        app.MapGet("/app", (HttpContext http) => AnswerAsync(http, Bearer(http), meaning => meaning.App()));
        app.MapGet("/me", (HttpContext http) => AnswerAsync(http, Bearer(http), meaning => meaning.Me()));
        await app.StartAsync();
        return new(app, requests);
    }

    /// <summary>Points a host at this app.</summary>
    public void Configure(AuthKitOptions options)
    {
        (options.External.Google.ApplicationId, options.External.Google.Address) = (GoogleApplication, Address);
        (options.External.Facebook.ApplicationId, options.External.Facebook.Address) = (FacebookApplication, Address);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static string? Bearer(HttpContext http) => http.Request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var token] ? token : null;

    private static async Task AnswerAsync(HttpContext http, string? token, Func<ProviderToken, object> about)
    {
        if (ProviderToken.TryRead(token) is not { } meaning)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsync("""{"error": "invalid_token", "error_description": "Invalid Value"}""");
            return;
        }

        if (meaning.Silent)
        {
            // Until the caller has had enough.
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        http.Response.StatusCode = meaning.Status;
        http.Response.ContentType = meaning.ContentType;
        await http.Response.WriteAsync(meaning.Garbage ?? JsonSerializer.Serialize(about(meaning)));
    }
}
