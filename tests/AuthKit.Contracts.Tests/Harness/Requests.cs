using System.Net.Mime;
using System.Text;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>Short ways to ask a host something.</summary>
internal static class Requests
{
    public static Task<Answer> GetAsync(this TestHost host, string path, params (string Name, string Value)[] headers) =>
        host.SendAsync(HttpMethod.Get, path, content: null, headers);

    public static Task<Answer> PostJsonAsync(this TestHost host, string path, string json, params (string Name, string Value)[] headers) =>
        host.SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, MediaTypeNames.Application.Json), headers);

    public static Task<Answer> PostFormAsync(this TestHost host, string path, params (string Name, string Value)[] fields) =>
        host.SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public static async Task<Answer> SendAsync(this TestHost host, HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            Assert.That(request.Headers.TryAddWithoutValidation(name, value), Is.True, $"'{name}' is no request header.");
        using var response = await host.Http.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    public static (string Name, string Value) Bearer(string accessToken) => ("Authorization", $"Bearer {accessToken}");

    /// <summary>The host's own protected endpoint.</summary>
    public static Task<Answer> MeAsync(this TestHost host, string accessToken) => host.GetAsync("/me", Bearer(accessToken));
}
