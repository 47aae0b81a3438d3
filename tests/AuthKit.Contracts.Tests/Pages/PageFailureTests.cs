using System.Net.Http.Headers;
using System.Text;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Outages;
using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>What goes wrong is a page with the right status.</summary>
internal sealed class PageFailureTests
{
    private static readonly string[] Pages = ["/authorize", "/consent", "/signin", "/signup", "/forgot-password", "/reset-password", "/device", "/logout"];

    [TestCaseSource(nameof(Pages))]
    public async Task Another_method_is_405(string page)
    {
        await using var host = await PageHost.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Put, page, content: null);

        AssertPage(answer, 405);
        Assert.That(answer.Header("Allow"), Is.EqualTo(page == "/consent" ? "POST" : "GET, POST"));
    }

    [TestCaseSource(nameof(Pages))]
    public async Task A_body_that_cannot_be_read_is_a_page(string page)
    {
        await using var host = await PageHost.StartAsync();

        AssertPage(await PostAsync(host, page, new string('x', (64 * 1024) + 1)), 413);
        AssertPage(await PostAsync(host, page, "{}", "application/json"), 415);
        AssertPage(await PostAsync(host, page, "a=b", "multipart/form-data; boundary=x"), 415);
        AssertPage(await PostAsync(host, page, "return_url=/authorize&return_url=/device"), 400);
        AssertPage(await host.SendAsync(HttpMethod.Post, page, new ByteArrayContent([0xff, 0xfe, (byte)'=']) { Headers = { ContentType = new("application/x-www-form-urlencoded") } }), 400);
    }

    [Test]
    public async Task A_request_that_would_be_too_long_to_come_back_is_413()
    {
        await using var host = await PageHost.StartAsync();

        AssertPage(await host.GetAsync(PageHost.Authorize(("state", new string('s', 7800)))), 413);
        AssertPage(await PostAsync(host, "/authorize", "state=" + new string('s', 60_000)), 413);
    }

    [TestCase("/signin")]
    [TestCase("/signup")]
    [TestCase("/device")]
    public async Task Too_many_posts_are_429(string page)
    {
        await using var host = await PageHost.StartAsync(new() { Options = options => (options.RateLimits.Enabled, options.RateLimits.Burst, options.RateLimits.PerMinute) = (true, 2, 1) });
        await PostAsync(host, page, "a=b");
        await PostAsync(host, page, "a=b");

        var refused = await PostAsync(host, page, "a=b");

        AssertPage(refused, 429);
        Assert.That(int.Parse(refused.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture), Is.InRange(1, 60));
        Assert.That((await host.GetAsync("/signin")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_store_out_of_reach_is_503_and_anything_else_500()
    {
        const string detail = "no route to db-7.internal.example:5432";
        var store = new BreakableStore(new SqliteStoreProvider());
        await using var host = await PageHost.WithAccountAsync(new()
        {
            Build = builder =>
            {
                builder.Services.RemoveAll<IStoreProvider>();
                builder.Services.AddSingleton<IStoreProvider>(store);
            },
        });
        using var browser = new Browser(host);
        var signIn = await browser.OpenAsync("/signin");

        store.Break = new StoreUnavailableException(detail);
        var unavailable = await browser.SignInAsync(signIn);
        store.Break = new InvalidOperationException(detail);
        var unexpected = await browser.SignInAsync(signIn);

        AssertPage(unavailable, 503);
        Assert.That(unavailable.Header("Retry-After"), Is.EqualTo("1"));
        AssertPage(unexpected, 500);
        Assert.That(unavailable.Body + unexpected.Body, Does.Not.Contain("internal.example").And.Not.Contain("Exception"));
        store.Break = null;
        Assert.That((await browser.SignInAsync(signIn)).Status, Is.EqualTo(200));
    }

    private static void AssertPage(Answer answer, int status)
    {
        Assert.That(answer.Status, Is.EqualTo(status));
        Assert.That(answer.Header("Content-Type"), Is.EqualTo("text/html; charset=utf-8"));
        Assert.That(answer.Body, Does.Contain("<h1>").And.Contain("</html>"));
    }

    private static Task<Answer> PostAsync(TestHost host, string page, string body, string type = "application/x-www-form-urlencoded") =>
        host.SendAsync(HttpMethod.Post, page, new StringContent(body, Encoding.UTF8) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } });
}
