using System.Text.Json;
using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.TwoFactor;

/// <summary>The routes of two-factor authentication as one contract spells them.</summary>
/// <param name="Contract">The contract's name.</param>
/// <param name="Root">Where features hang.</param>
/// <param name="Segments">How paths are written.</param>
/// <param name="Members">How members are named.</param>
/// <param name="Model">Where a reply's model is.</param>
internal sealed record TwoFactorPaths(string Contract, string Root, Func<string, string> Segments, Func<string, string> Members, string Model)
{
    private static readonly (string Name, string Value)[] QuickStart = [("client_id", "quickstart"), ("client_secret", "quickstart-secret")];

    public static TwoFactorPaths Laravel { get; } = new("laravel", "/api/v1", Same, Snake, "data.");

    public static IReadOnlyList<TwoFactorPaths> All { get; } =
    [
        new("connect", "/api/v1/authenticate", Same, Snake, "model."),
        Laravel,
        new("message-code", "/User", static segment => string.Concat(segment.Split('-').Select(Pascal)), Pascal, "Content."),
        new("oauth", "", static segment => segment.Replace('-', '_'), Snake, ""),
        new("tenant", "/api/auth", Same, Same, ""),
        new("account", "/account", Same, Same, ""),
    ];

    /// <summary>Those whose own log-in takes a password and answers with tokens.</summary>
    public static IEnumerable<TwoFactorPaths> OfPasswords => All.Where(static paths => paths.Contract != "oauth");

    public override string ToString() => Contract;

    public string Path(string path) => $"{Root}/{string.Join('/', path.Split('/').Select(segment => Guid.TryParse(segment, out _) ? segment : Segments(segment)))}";

    public string Member(Answer answer, string member) => answer.Member(Model + Members(member))!;

    public Task<Answer> GetAsync(TestHost host, string path, string token) => host.GetAsync(Path(path), Requests.Bearer(token));

    public Task<Answer> DeleteAsync(TestHost host, string path, string token) => host.SendAsync(HttpMethod.Delete, Path(path), content: null, Requests.Bearer(token));

    public Task<Answer> PostAsync(TestHost host, string path, string? token, params (string Name, JsonNode? Value)[] fields) =>
        PostAsync(host, path, token is null ? [] : [Requests.Bearer(token)], fields);

    public Task<Answer> PostAsync(TestHost host, string path, (string Name, string Value)[] headers, params (string Name, JsonNode? Value)[] fields)
    {
        var body = new JsonObject();
        foreach (var (name, value) in fields)
            body[Members(name)] = value;
        foreach (var (name, value) in path.StartsWith("second-factor", StringComparison.Ordinal) && Contract is "connect" or "oauth" ? QuickStart : [])
            body[name] = value;
        return host.PostJsonAsync(Path(path), (Contract == "message-code" ? new JsonArray(body) : (JsonNode)body).ToJsonString(), headers);
    }

    /// <summary>Signs in as far as the password goes.</summary>
    public async Task<string> ChallengeAsync(TestHost host, string email)
    {
        var asked = await Speaker.OfPasswords.Single(speaker => speaker.Contract == Contract).SignInAsync(host, email);
        Assert.That(asked.Status, Is.EqualTo(401), asked.Body);
        return Member(asked, "challenge");
    }

    public Task<Answer> CompleteAsync(TestHost host, string challenge, string? code, string method = "totp") =>
        PostAsync(host, "second-factor", token: null, ("challenge", challenge), ("method", method), ("code", code));

    /// <summary>Signs in with both factors.</summary>
    public async Task<Answer> SignInAsync(TestHost host, string email, string? code, string method = "totp") =>
        await CompleteAsync(host, await ChallengeAsync(host, email), code, method);

    private static string Same(string name) => name;

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
