using System.Net.Mime;
using System.Text;
using AuthKit.Security;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>A page of the host's own in a browser that keeps the session's cookie, and nothing else.</summary>
internal sealed class CookieBrowser(TestHost host)
{
    public const string Name = SessionCookieWriter.Name;

    public static (string Name, string Value) SameOrigin { get; } = ("Sec-Fetch-Site", "same-origin");

    /// <summary>The cookie's value; null where there is none.</summary>
    public string? Cookie { get; set; }

    public static async Task<CookieBrowser> SignInAsync(TestHost host, string email = Speaker.Email, string password = Speaker.Password)
    {
        var browser = new CookieBrowser(host);
        var answer = await browser.PostAsync("/account/login?cookie=true", $$"""{"email":"{{email}}","password":"{{password}}"}""", SameOrigin);
        Assert.That((answer.Status, answer.Body), Is.EqualTo((204, "")));
        Assert.That(browser.Cookie, Is.Not.Null);
        return browser;
    }

    public static async Task<CookieBrowser> RegisterAsync(TestHost host)
    {
        await new AccountSpeaker().RegisterAsync(host);
        return await SignInAsync(host);
    }

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(string path, string json, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, MediaTypeNames.Application.Json), headers);

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        var answer = await host.SendAsync(method, path, content, Cookie is null ? headers : [.. headers, ("Cookie", $"{Name}={Cookie}")]);
        if (SetBy(answer) is { } value)
            Cookie = value.Length == 0 ? null : value;
        return answer;
    }

    /// <summary>What a reply sets the cookie to; empty where it takes it away, null where it does neither.</summary>
    public static string? SetBy(Answer answer) =>
        answer.Header("Set-Cookie") is { } set && set.StartsWith($"{Name}=", StringComparison.Ordinal) ? set.Split(';')[0][(Name.Length + 1)..] : null;
}
