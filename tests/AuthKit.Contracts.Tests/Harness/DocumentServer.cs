using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>A client's own server, by https on the loopback interface, with documents that the host may fetch.</summary>
internal sealed class DocumentServer : IAsyncDisposable
{
    private static readonly X509Certificate2 Certificate = CreateCertificate();

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _documents = new();
    private int _asked;

    private DocumentServer(WebApplication app) => _app = app;

    /// <summary>How many requests have come, whatever for.</summary>
    public int Asked => _asked;

    public string Origin => _app.Urls.Single();

    /// <summary>What a host needs to be led here: leave to reach the loopback interface, and trust in the certificate.</summary>
    public static HostPlan Plan { get; } = Trusting.And(new() { Options = options => options.OAuth.ClientDocuments.AllowPrivateNetworks = true });

    /// <summary>The same, where clients may be known by a document.</summary>
    public static HostPlan ClientsPlan { get; } = Plan.And(new() { Options = options => options.OAuth.ClientIdMetadataDocuments = true });

    /// <summary>Trust in the certificate alone: whether it is led here is the guard's to say.</summary>
    public static HostPlan Trusting => new()
    {
        Build = builder => builder.Services.AddHttpClient("AuthKit.ClientDocuments").ConfigurePrimaryHttpMessageHandler(static (handler, _) =>
            ((SocketsHttpHandler)handler).SslOptions.RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate?.GetCertHashString() == Certificate.GetCertHashString()),
    };

    public static async Task<DocumentServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(Certificate)));
        var app = builder.Build();
        var server = new DocumentServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public string AddressOf(string path) => Origin + path;

    public void Serve(string path, string json, string type = "application/json", string? cacheControl = null) => Serve(path, http =>
    {
        http.Response.ContentType = type;
        if (cacheControl is not null)
            http.Response.Headers.CacheControl = cacheControl;
        return http.Response.WriteAsync(json);
    });

    public void Serve(string path, RequestDelegate answer) => _documents[path] = answer;

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref _asked);
        if (_documents.TryGetValue(http.Request.Path, out var answer))
            return answer(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256) { CertificateExtensions = { names.Build() } };
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
