using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>A client's server that is told of logouts, on the loopback interface.</summary>
internal sealed class LogoutReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<(string Path, string ContentType, string Body)> _told = Channel.CreateUnbounded<(string, string, string)>();
    private readonly ConcurrentQueue<RequestDelegate> _answers = new();
    private int _asked;

    private LogoutReceiver(WebApplication app) => _app = app;

    /// <summary>How many requests have come.</summary>
    public int Asked => _asked;

    public string Address => _app.Urls.Single();

    public static async Task<LogoutReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new LogoutReceiver(app);
        app.Run(receiver.AnswerAsync);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>How the next request is answered, in place of 200.</summary>
    public void Answer(RequestDelegate answer) => _answers.Enqueue(answer);

    /// <summary>The next logout token.</summary>
    public async Task<string> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var (_, type, body) = await _told.Reader.ReadAsync(patience.Token);
        Assert.That(type, Is.EqualTo("application/x-www-form-urlencoded"));
        Assert.That(body, Does.StartWith("logout_token="));
        return Uri.UnescapeDataString(body["logout_token=".Length..]);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref _asked);
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        if (_answers.TryDequeue(out var answer))
            await answer(http);
        await _told.Writer.WriteAsync((http.Request.Path, http.Request.ContentType ?? "", body));
    }
}
