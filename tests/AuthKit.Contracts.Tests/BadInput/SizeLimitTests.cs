using System.Net.Mime;
using System.Text;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.BadInput;

/// <summary>A body of 64 KiB is read, and not a byte more, whether its length is announced or not.</summary>
internal sealed class SizeLimitTests
{
    private const int Limit = 64 * 1024;

    [TestCase(Limit, false, ExpectedResult = 200)]
    [TestCase(Limit, true, ExpectedResult = 200)]
    [TestCase(Limit + 1, false, ExpectedResult = 413)]
    [TestCase(Limit + 1, true, ExpectedResult = 413)]
    public async Task<int> The_limit_is_exact(int size, bool chunked)
    {
        await using var host = await TestHost.StartAsync();
        await Pair.RegisterAsync(host);
        var signIn = $$"""{"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}"}""".PadRight(size);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/login") { Content = new StringContent(signIn, Encoding.UTF8, MediaTypeNames.Application.Json) };
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await host.Http.SendAsync(request);

        return (int)response.StatusCode;
    }
}
