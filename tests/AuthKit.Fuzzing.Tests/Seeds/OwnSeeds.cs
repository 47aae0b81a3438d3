using AuthKit.Contracts.Tests.Harness;
using AuthKit.Http;

namespace AuthKit.Fuzzing.Tests.Seeds;

/// <summary>Requests that succeed for a token of the host's own client and the password of the same account, and with no field beside those that they need.</summary>
internal static class OwnSeeds
{
    private static readonly (string End, string[] Fields)[] Wanted =
    [
        ("/proofs", ["{{password}}"]),
        ("/proofs/options", []),
        ("/email/change", ["{{password}}", "{{someone}}"]),
    ];

    public static IEnumerable<Seed> Of(TestHost host) => Changes(host).Concat(Reads(host));

    private static IEnumerable<Seed> Changes(TestHost host) =>
        from path in Endpoints.Contracts(host)
        from route in path.Routes
        from wanted in Wanted
        where path.Path.EndsWith(wanted.End, StringComparison.OrdinalIgnoreCase) && route.Method == "POST"
        select new Seed($"own {path.Contract} {path.Path}", new("POST", path.Path, Headers(path.Contract, route), Body(route, wanted.Fields)));

    // What features show of an account; tokens of the authorization server's own clients are others', who see none of it.
    private static IEnumerable<Seed> Reads(TestHost host) =>
        from path in Endpoints.Contracts(host)
        where path.Contract is "oauth" && !path.Path.Contains('{', StringComparison.Ordinal)
        from route in path.Routes
        where route.Method == "GET" && route.Bearer
        select new Seed($"own {path.Contract} {path.Path}", new("GET", path.Path, Headers(path.Contract, route), ""));

    private static (string, string)[] Headers(string contract, ContractRoute route) =>
        [("Host", "auth.example"), ("Content-Type", "application/json"), ("Authorization", $"Bearer {TokenOf(contract)}"), .. route.TokenHeader is { } own ? new[] { (own, TokenOf(contract)) } : []];

    // Tokens of the authorization server are those of others' clients, which change nobody's account.
    private static string TokenOf(string contract) => contract is "oauth" or "connect" ? "{{jwt-laravel}}" : $"{{{{jwt-{contract}}}}}";

    private static string Body(ContractRoute route, string[] values)
    {
        var members = string.Join(',', values.Select(value => $"\"{NameOf(route, value)}\":\"{value}\""));
        return route.Body is BodySyntax.JsonArray ? $"[{{{members}}}]" : $"{{{members}}}";
    }

    // Each contract spells it in its own way.
    private static string NameOf(ContractRoute route, string value) =>
        route.Fields.First(field => field.Name.EndsWith(value == "{{password}}" ? "password" : "email", StringComparison.OrdinalIgnoreCase)).Name;
}
