using System.Threading.RateLimiting;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>Requests that have a row kept for them are counted, and what is kept of them has bounds that every store holds.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class RequestFloodTests(Engine engine)
{
    private HostPlan Tight => new()
    {
        Engine = engine,
        Options = options => (options.RateLimits.Enabled, options.RateLimits.Burst, options.RateLimits.PerMinute) = (true, 2, 1),
    };

    [TestCase("/par")]
    [TestCase("/device_authorization")]
    public async Task The_third_of_two_is_refused(string path)
    {
        await using var host = await TestHost.StartAsync(Tight);
        for (var i = 0; i < 2; i++)
            Assert.That((await AskAsync(host, path)).Status, Is.EqualTo(path == "/par" ? 201 : 200));

        var refused = await AskAsync(host, path);

        Assert.That((refused.Status, refused.Member("error")), Is.EqualTo((429, "temporarily_unavailable")));
        Assert.That(refused.Header("Retry-After"), Is.Not.Null);
    }

    [TestCase("state", 7900)]
    [TestCase("state", 60_000)]
    [TestCase("nonce", 7000)]
    [TestCase("prompt", 7900)]
    [TestCase("id_token_hint", 7900)]
    public async Task What_no_store_could_hold_is_refused(string parameter, int length)
    {
        await using var host = await TestHost.StartAsync(new() { Engine = engine });

        var refused = await AskAsync(host, "/par", (parameter, new string('s', length)));

        Assert.That((refused.Status, refused.Member("error")), Is.EqualTo((refused.Status == 413 ? 413 : 400, "invalid_request")));
    }

    [Test]
    public async Task What_clients_send_is_held_whatever_is_in_it()
    {
        await using var host = await TestHost.StartAsync(new() { Engine = engine });

        var pushed = await AskAsync(host, "/par", ("state", new string('+', 4000)), ("nonce", new string('"', 1000)));

        Assert.That(pushed.Status, Is.EqualTo(201), pushed.Body);
    }

    [Test]
    public async Task A_host_s_own_limiter_takes_the_place_of_AuthKit_s()
    {
        using var limiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetConcurrencyLimiter(
            http.Request.Path.Value!,
            path => new() { PermitLimit = path == "/device_authorization" ? 1 : 1000 }));
        using var held = limiter.AttemptAcquire(new DefaultHttpContext { Request = { Path = "/device_authorization" } });
        await using var host = await TestHost.StartAsync(Tight with { Build = builder => builder.UseRateLimiter(limiter) });

        Assert.That((await AskAsync(host, "/device_authorization")).Status, Is.EqualTo(429));
        for (var i = 0; i < 5; i++)
            Assert.That((await AskAsync(host, "/par")).Status, Is.EqualTo(201));
    }

    private static Task<Answer> AskAsync(TestHost host, string path, params (string Name, string Value)[] more) => host.PostFormAsync(path,
    [
        .. OAuthClients.App.Fields,
        .. path == "/par" ? new[] { ("response_type", "code"), ("redirect_uri", OAuthClients.App.RedirectUri), ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"), ("code_challenge_method", "S256") } : [],
        .. more,
    ]);
}
