using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Outages;
using AuthKit.Databases;
using AuthKit.Passwords;
using AuthKit.Records;
using AuthKit.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>Document 003 under load, with a store that is away, and beside a guesser: it has no route of its own that takes a password, so it is asked where it does something like it.</summary>
internal sealed class OAuthProtectionTests
{
    private const string Detail = "no route to db-7.internal.example:5432";

    [Test]
    public async Task A_store_out_of_reach_is_503_with_Retry_After()
    {
        await AssertFailsAsync(new StoreUnavailableException(Detail), answer =>
        {
            Assert.That((answer.Status, answer.Member("error"), answer.Header("Retry-After")), Is.EqualTo((503, "temporarily_unavailable", "1")));
        });
    }

    [Test]
    public Task Anything_else_is_500() =>
        AssertFailsAsync(new InvalidOperationException(Detail), answer => Assert.That((answer.Status, answer.Member("error")), Is.EqualTo((500, "server_error"))));

    [Test]
    public async Task A_full_queue_of_hashes_is_503()
    {
        var hasher = new BlockingHasher();
        await using var host = await TestHost.StartAsync(new()
        {
            Options = options => (options.Passwords.MaxConcurrentHashes, options.Passwords.MaxQueuedHashes) = (1, 0),
            Services = services => services.AddSingleton<IPasswordHasher>(hasher),
        });
        hasher.Blocks = true;
        var first = new OAuthSpeaker().RegisterAsync(host);
        await hasher.Entered;

        var refused = await new OAuthSpeaker().RegisterAsync(host, "bert@example.com");
        hasher.Release();

        Assert.That((refused.Status, refused.Member("error"), refused.Header("Retry-After")), Is.EqualTo((503, "temporarily_unavailable", "1")));
        Assert.That((await first).Status, Is.EqualTo(200));
    }

    [TestCase("/register_user")]
    [TestCase("/register_client")]
    public async Task An_address_that_asks_too_often_waits(string path)
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => (options.RateLimits.Enabled, options.RateLimits.Burst, options.RateLimits.PerMinute) = (true, 2, 1) });
        for (var i = 0; i < 2; i++)
            await host.PostFormAsync(path, ("email", "anna"));

        var refused = await host.PostFormAsync(path, ("email", "anna"));

        Assert.That((refused.Status, refused.Member("error")), Is.EqualTo((429, "temporarily_unavailable")));
        Envelope.AssertFailure("oauth", refused);
    }

    [Test]
    public async Task Every_reply_with_a_token_or_without_is_for_nobody_to_keep()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        foreach (var answer in new[]
        {
            await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, tokens.Refresh!),
            await OAuthSpeaker.UserInfoAsync(host, tokens.Access),
            await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, tokens.Access),
            await OAuthSpeaker.RevokeAsync(host, OAuthClients.Shop, tokens.Access),
            await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, "none"),
        })
            Assert.That(answer.Header("Cache-Control"), Is.EqualTo("no-store"));
    }

    private static async Task AssertFailsAsync(Exception exception, Action<Answer> assert)
    {
        var store = new BreakableStore(new SqliteStoreProvider());
        await using var host = await TestHost.StartAsync(new()
        {
            Build = builder =>
            {
                builder.Services.RemoveAll<IStoreProvider>();
                builder.Services.AddSingleton<IStoreProvider>(store);
            },
        });
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        store.Break = exception;

        foreach (var answer in new[]
        {
            await new OAuthSpeaker().RegisterAsync(host, "bert@example.com"),
            await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, tokens.Refresh!),
            await OAuthSpeaker.RedeemAsync(host, new("nobody", null, ""), "any"),
            await OAuthSpeaker.TokenAsync(host, OAuthClients.Robot, "client_credentials"),
        })
        {
            assert(answer);
            Envelope.AssertFailure("oauth", answer);
            Assert.That(answer.Body, Does.Not.Contain("internal.example"));
        }
    }
}
