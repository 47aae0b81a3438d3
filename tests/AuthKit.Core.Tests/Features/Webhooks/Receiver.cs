using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AuthKit.Core.Tests.Features.Webhooks;

/// <summary>What an endpoint was posted.</summary>
internal sealed record Posted(string Id, string Timestamp, string Signature, string ContentType, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Whether one of the signatures is by the secret: written from the specification, apart from the code under test.</summary>
    public bool IsSignedBy(string secret)
    {
        var key = Convert.FromBase64String(secret.Split('_')[1]);
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        mac.AppendData(Encoding.ASCII.GetBytes(Id));
        mac.AppendData("."u8);
        mac.AppendData(Encoding.ASCII.GetBytes(Timestamp));
        mac.AppendData("."u8);
        mac.AppendData(Body);
        return Signature.Split(' ').Contains("v1," + Convert.ToBase64String(mac.GetHashAndReset()));
    }
}

/// <summary>An endpoint on the loopback interface.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<Posted> _posted = Channel.CreateUnbounded<Posted>();
    private readonly ConcurrentQueue<RequestDelegate> _answers = new();
    private int _asked;

    private Receiver(WebApplication app) => _app = app;

    public Uri Url => new($"{_app.Urls.Single()}/hook?key=1");

    /// <summary>How many requests have come.</summary>
    public int Asked => Volatile.Read(ref _asked);

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(receiver.AnswerAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>How the next request is answered, in place of 200.</summary>
    public Receiver Answer(RequestDelegate answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public Receiver Answer(int status) => Answer(http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    public async Task<Posted> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _posted.Reader.ReadAsync(patience.Token);
    }

    public async Task<Posted[]> NextAsync(int count)
    {
        var posted = new Posted[count];
        for (var i = 0; i < count; i++)
            posted[i] = await NextAsync();
        return posted;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref _asked);
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var headers = http.Request.Headers;
        await _posted.Writer.WriteAsync(new($"{headers["webhook-id"]}", $"{headers["webhook-timestamp"]}", $"{headers["webhook-signature"]}", http.Request.ContentType ?? "", body.ToArray()));
        if (_answers.TryDequeue(out var answer))
            await answer(http);
    }
}
