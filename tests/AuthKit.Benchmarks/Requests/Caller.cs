using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace AuthKit.Benchmarks.Requests;

/// <summary>A client with an account of its own, which asks for one thing after the other. Anything but success ends the run.</summary>
/// <param name="http">The way to the host.</param>
/// <param name="spelling">How the host wants to be asked.</param>
internal sealed class Caller(HttpClient http, Spelling spelling)
{
    private const string Password = "Correct-horse-7";

    private static readonly AuthenticationHeaderValue Resource = new("Basic", Convert.ToBase64String("bench:bench-secret"u8));

    private readonly string _email = NewEmail();
    private AuthenticationHeaderValue? _bearer;
    private string _accessToken = "";
    private string _refreshToken = "";

    /// <summary>Makes the account that this client signs in to.</summary>
    public Task PrepareAsync() => RegisterAsync(_email);

    /// <summary>Makes an account that nobody has.</summary>
    public Task RegisterAsync() => RegisterAsync(NewEmail());

    public async Task SignInAsync() => Keep(await PostAsync(spelling.SignIn, new() { ["email"] = _email, ["password"] = Password }));

    public async Task RefreshAsync() => Keep(await PostAsync(spelling.Refresh, new() { [spelling.RefreshToken] = _refreshToken }));

    public Task ReadProfileAsync() => SendAsync(new(HttpMethod.Get, spelling.Profile) { Headers = { Authorization = _bearer } });

    public Task CheckBearerAsync() => SendAsync(new(HttpMethod.Get, "/me") { Headers = { Authorization = _bearer } });

    public async Task IntrospectAsync()
    {
        var form = new FormUrlEncodedContent([new("token", _accessToken)]);
        var answer = await SendAsync(new(HttpMethod.Post, spelling.Introspection) { Headers = { Authorization = Resource }, Content = form });
        if (!answer.Contains("\"active\":true", StringComparison.Ordinal))
            throw new InvalidOperationException($"The token is not in force: {answer}");
    }

    private static string NewEmail() => $"{Guid.NewGuid():N}@bench.example";

    private Task RegisterAsync(string email) => PostAsync(spelling.Register, new() { ["name"] = "Bench", ["email"] = email, ["password"] = Password });

    private void Keep(string answer)
    {
        (_accessToken, _refreshToken) = (Member(answer, spelling.AccessToken), Member(answer, spelling.RefreshToken));
        _bearer = new("Bearer", _accessToken);
    }

    // A parser would take from the processors what the hosts are to have.
    private static string Member(string json, string name)
    {
        var start = json.IndexOf($"\"{name}\"", StringComparison.Ordinal) + name.Length + 2;
        start = json.IndexOf('"', start) + 1;
        return json[start..json.IndexOf('"', start)];
    }

    private Task<string> PostAsync(string path, Dictionary<string, string> body) => SendAsync(new(HttpMethod.Post, path) { Content = JsonContent.Create(body) });

    private async Task<string> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await http.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            return response.IsSuccessStatusCode ? body : throw new InvalidOperationException($"{request.RequestUri} of {spelling.Host}: {response.StatusCode} {body}");
        }
    }
}
