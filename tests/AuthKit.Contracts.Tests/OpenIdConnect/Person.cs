using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>Somebody at a browser, who signs in and says yes wherever they are asked.</summary>
internal sealed class Person(ServerByName server) : IDisposable
{
    private const int MostPages = 20;

    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Dictionary<(string Authority, string Name), string> _cookies = [];

    /// <summary>The account that they have.</summary>
    public string Email { get; init; } = Speaker.Email;

    /// <summary>Whether they say yes (<c>allow</c>) or no (<c>deny</c>).</summary>
    public string Decision { get; init; } = "allow";

    /// <summary>Every address that the browser went to.</summary>
    public List<string> Visited { get; } = [];

    /// <summary>Follows addresses and forms until there is neither, or until an address that is not to be gone to.</summary>
    /// <returns>The last answer, and the address that was not gone to.</returns>
    public async Task<(Answer Answer, Uri? Next)> GoAsync(Uri start, Uri? until = null)
    {
        var at = server.Reachable(start);
        var answer = await SendAsync(HttpMethod.Get, at, []);
        while (Visited.Count < MostPages)
        {
            Visited.Add(at.ToString());
            if (answer is { Status: 302 or 303 })
            {
                at = server.Reachable(new(at, answer.Header("Location")));
                if (until is not null && at.ToString().StartsWith(until.ToString(), StringComparison.Ordinal))
                    return (answer, at);
                answer = await SendAsync(HttpMethod.Get, at, []);
            }
            else if (answer.Body.Contains("<form", StringComparison.Ordinal))
            {
                var form = Form.Of(answer);
                at = server.Reachable(new(at, form.Action));
                answer = await SendAsync(HttpMethod.Post, at, [.. form.Hidden, .. Answers(answer)]);
            }
            else
            {
                break;
            }
        }

        return (answer, null);
    }

    /// <summary>What an address itself answers.</summary>
    public Task<Answer> AskAsync(Uri address) => SendAsync(HttpMethod.Get, server.Reachable(address), []);

    public void Dispose() => _browser.Dispose();

    // Cookies of these clients are Secure, which a browser takes from this machine without https, and CookieContainer does not.
    private async Task<Answer> SendAsync(HttpMethod method, Uri address, (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Post)
            request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Where(cookie => cookie.Key.Authority == address.Authority).Select(cookie => $"{cookie.Key.Name}={cookie.Value}")));
        using var response = await _browser.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            _cookies[(address.Authority, pair[0])] = pair[1];
        }

        return await Answer.ReadAsync(response);
    }

    private (string, string)[] Answers(Answer page) =>
        page.Body.Contains("name=\"identifier\"", StringComparison.Ordinal) ? [("identifier", Email), ("password", Speaker.Password)]
        : page.Body.Contains("value=\"allow\"", StringComparison.Ordinal) ? [("decision", Decision)]
        : [];
}
