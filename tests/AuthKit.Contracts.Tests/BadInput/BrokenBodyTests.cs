using System.Net;
using System.Text;
using AuthKit.Contracts.Tests.ClientFacts;
using AuthKit.Contracts.Tests.Coverage;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthKit.Contracts.Tests.BadInput;

/// <summary>A body whose framing is none, that drips, or that is broken off is the caller's fault (RFC 9110 §15.5.1, §15.5.9): the log has no error.</summary>
internal sealed class BrokenBodyTests
{
    [TestCase("zz\r\n{}\r\n0\r\n\r\n")]
    [TestCase("-1\r\n{}\r\n0\r\n\r\n")]
    [TestCase("ffffffffffffffff\r\n{}\r\n")]
    [TestCase("2\r\n{}xx0\r\n\r\n")]
    [TestCase("\r\n\r\n")]
    public async Task A_chunk_of_no_size_is_400_on_every_route_and_page(string chunks)
    {
        await using var host = await TestHost.StartAsync();
        var posts = ServedRoutes.PathsOf(host).Where(path => path.Routes.Any(route => route is { Method: "POST", Body: not null })).Select(path => (path.Path, (string?)path.Contract));

        foreach (var (path, contract) in posts.Concat(Pages.Select(page => (page, (string?)null))))
        {
            foreach (var type in new[] { "application/json", "application/x-www-form-urlencoded" })
            {
                var answer = await RawHttp.SendChunkedAsync(host, [$"POST {path} HTTP/1.1", $"Content-Type: {type}"], chunks);
                Assert.That(answer.Status, Is.EqualTo(400), $"{path} {answer.Body}");
                if (contract is not null)
                    Envelope.AssertFailure(contract, answer, path);
            }
        }

        Assert.That(host.Logs.Entries.Where(entry => entry.Level >= LogLevel.Error), Is.Empty);
    }

    [Test]
    public async Task A_body_that_drips_is_408()
    {
        await using var host = await TestHost.StartAsync(new()
        {
            Services = services => services.Configure<KestrelServerOptions>(server => server.Limits.MinRequestBodyDataRate = new(1_000_000, TimeSpan.FromSeconds(1.5))),
        });

        var answer = await RawHttp.SendPartAsync(host, ["POST /api/v1/login HTTP/1.1", "Content-Type: application/json", "Content-Length: 1000"], "{");

        Assert.That(answer.Status, Is.EqualTo(408), answer.Body);
        Envelope.AssertFailure("laravel", answer);
        Assert.That(host.Logs.Entries.Where(entry => entry.Level >= LogLevel.Error), Is.Empty);
    }

    [Test]
    public async Task A_stream_that_is_reset_leaves_no_error()
    {
        var (begun, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var host = await TestHost.StartAsync(new()
        {
            Services = services => services.Configure<KestrelServerOptions>(server => server.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2)),
            Map = app => app.Use(async (http, next) =>
            {
                begun.TrySetResult();
                try
                {
                    await next();
                }
                finally
                {
                    ended.TrySetResult();
                }
            }),
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/login")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new BrokenOff(begun.Task) { Headers = { ContentType = new("application/json") } },
        };

        await Assert.ThatAsync(() => host.Http.SendAsync(request), Throws.InstanceOf<HttpRequestException>());
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.That(host.Logs.Entries.Where(entry => entry.Level >= LogLevel.Error), Is.Empty);
    }

    [TestCase("/api/v1/login", "email", "password")]
    public async Task A_byte_order_mark_before_JSON_is_passed_over(string path, string name, string secret)
    {
        await using var host = await TestHost.StartAsync();
        await new LaravelSpeaker().RegisterAsync(host);
        var json = Encoding.UTF8.GetBytes($$"""{"{{name}}":"{{Speaker.Email}}","{{secret}}":"{{Speaker.Password}}"}""");

        var once = await PostAsync(host, path, [0xEF, 0xBB, 0xBF, .. json]);
        var twice = await PostAsync(host, path, [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. json]);

        Assert.That((once.Status, twice.Status), Is.EqualTo((200, 400)));
    }

    private static readonly string[] Pages = ["/signin", "/signup", "/forgot-password", "/reset-password", "/device", "/logout", "/consent", "/authorize"];

    private static Task<Answer> PostAsync(TestHost host, string path, byte[] body) =>
        host.SendAsync(HttpMethod.Post, path, new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } });

    private sealed class BrokenOff(Task begun) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("{"u8.ToArray());
            await stream.FlushAsync();
            await begun.WaitAsync(TimeSpan.FromSeconds(30));
            throw new IOException("The client thinks better of it.");
        }

        protected override bool TryComputeLength(out long length) => (length = 1000) > 0;
    }
}
