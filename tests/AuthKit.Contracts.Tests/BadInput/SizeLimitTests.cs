using System.Net.Mime;
using System.Text;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.BadInput;

/// <summary>A body of 64 KiB is read, and not a byte more, whether its length is announced or not.</summary>
internal sealed class SizeLimitTests
{
    private const int Limit = 64 * 1024;

    [TestCase(Limit, false, 200)]
    [TestCase(Limit, true, 200)]
    [TestCase(Limit + 1, false, 413)]
    [TestCase(Limit + 1, true, 413)]
    [TestCase(100_000, false, 413)]
    [TestCase(100_000, true, 413)]
    public async Task The_limit_is_exact_and_only_what_is_beyond_costs_the_connection(int size, bool chunked, int status)
    {
        await using var host = await TestHost.StartAsync();
        await Pair.RegisterAsync(host);
        var signIn = $$"""{"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}"}""".PadRight(size);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/login") { Content = new StringContent(signIn, Encoding.UTF8, MediaTypeNames.Application.Json) };
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await host.Http.SendAsync(request);

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Headers.ConnectionClose is true, Is.EqualTo(status == 413));
        // A client keeps its connections, and the next request must not meet one that is gone.
        Assert.That((await new LaravelSpeaker().SignInAsync(host)).Status, Is.EqualTo(200));
    }
}
