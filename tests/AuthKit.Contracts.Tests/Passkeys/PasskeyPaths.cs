using System.Text.Json;
using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Passkeys;

/// <summary>The routes of passkeys as one contract spells them, and the ceremonies over them.</summary>
internal sealed record PasskeyPaths(string Contract, string Root, Func<string, string> Spell, string Model, Func<JsonObject, JsonNode> Wrap)
{
    /// <summary>What some contracts have clients present at sign-in.</summary>
    public (string Name, string Value)[] Client { get; init; } = [];

    public static PasskeyPaths Laravel { get; } = new("laravel", "/api/v1/passkeys", Snake, "data.", body => body);

    public static IReadOnlyList<PasskeyPaths> All { get; } =
    [
        new("connect", "/api/v1/authenticate/passkeys", Snake, "model.", body => body) { Client = [("client_id", "quickstart"), ("client_secret", "quickstart-secret")] },
        Laravel,
        new("messagecode", "/User/Passkeys", Pascal, "Content.", body => new JsonArray(body)),
        new("oauth", "/passkeys", Snake, "", body => body) { Client = [("client_id", "quickstart"), ("client_secret", "quickstart-secret")] },
        new("tenant", "/api/auth/passkeys", name => name, "", body => body),
        new("account", "/account/passkeys", name => name, "", body => body),
    ];

    public override string ToString() => Contract;

    public string Path(string path) => Contract switch
    {
        "messagecode" => Root + string.Concat(path.Split('/').Select(static part => part.Length == 0 ? "" : "/" + (part.Contains('-', StringComparison.Ordinal) || !Guid.TryParse(part, out _) ? string.Concat(part.Split('-').Select(Pascal)) : part))),
        "oauth" => Root + path.Replace("sign-in", "sign_in", StringComparison.Ordinal).Replace("sign-up", "sign_up", StringComparison.Ordinal),
        _ => Root + path,
    };

    public string Member(Answer answer, string member) => answer.Member(Model + Spell(member))!;

    public Task<Answer> PostAsync(TestHost host, string path, string? token, params (string Name, JsonNode? Value)[] fields)
    {
        var body = new JsonObject();
        foreach (var (name, value) in fields)
            body[Spell(name)] = value;
        foreach (var (name, value) in path.StartsWith("/sign", StringComparison.Ordinal) ? Client : [])
            body[name] = value;
        return host.PostJsonAsync(Path(path), Wrap(body).ToJsonString(), token is null ? [] : [Requests.Bearer(token)]);
    }

    /// <summary>The options of a ceremony, as browsers take them.</summary>
    public async Task<JsonElement> OptionsAsync(TestHost host, string path, string? token, params (string Name, JsonNode? Value)[] fields)
    {
        var answer = await PostAsync(host, path, token, fields);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        var member = Model + Spell("publicKey");
        return member.Split('.').Aggregate(answer.Json, static (json, name) => json.GetProperty(name)).Clone();
    }

    /// <summary>Adds the authenticator's passkey to an account.</summary>
    public async Task<Answer> RegisterAsync(TestHost host, string token, SoftwareAuthenticator authenticator, string? name = null) =>
        await PostAsync(host, "", token, ("credential", authenticator.Create(await OptionsAsync(host, "/options", token))), ("name", name));

    public async Task<Answer> SignInAsync(TestHost host, SoftwareAuthenticator authenticator) =>
        await PostAsync(host, "/sign-in", null, ("credential", authenticator.Get(await OptionsAsync(host, "/sign-in/options", null))));

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
