using System.Net;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>A browser as far as the pages need one: it keeps cookies, fills in forms, and goes where it is sent within the host.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient _http;

    public Browser(TestHost host, string? language = null)
    {
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = host.Address, Timeout = TimeSpan.FromSeconds(30) };
        if (language is not null)
            _http.DefaultRequestHeaders.Add("Accept-Language", language);
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The page at an address, or where it sends the browser when that is elsewhere.</summary>
    public async Task<Answer> OpenAsync(string address) => await FollowAsync(await AskAsync(address));

    /// <summary>What the address itself answers.</summary>
    public async Task<Answer> AskAsync(string address)
    {
        using var response = await _http.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        return await Answer.ReadAsync(response);
    }

    /// <summary>Posts fields, as any site could make a browser do.</summary>
    public async Task<Answer> PostAsync(string address, params IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await _http.PostAsync(new Uri(address, UriKind.RelativeOrAbsolute), content);
        return await Answer.ReadAsync(response);
    }

    /// <summary>Fills in the page's form and sends it off.</summary>
    public async Task<Answer> SubmitAsync(Answer page, params (string Name, string Value)[] fields)
    {
        var form = Form.Of(page);
        return await FollowAsync(await PostAsync(form.Action, [.. form.Hidden, .. fields]));
    }

    public Task<Answer> SignInAsync(Answer page, string password = Speaker.Password) =>
        SubmitAsync(page, ("identifier", Speaker.Email), ("password", password));

    public void Dispose() => _http.Dispose();

    private async Task<Answer> FollowAsync(Answer answer)
    {
        while (answer.Status == 303 && answer.Header("Location") is ['/', ..] location)
            answer = await AskAsync(location);
        return answer;
    }
}
