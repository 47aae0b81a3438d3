using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Requests;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>An authorization request that a client signs (RFC 9101 §4), good unless it is changed.</summary>
internal static class RequestObject
{
    public static Assertion Of(TestHost host, OAuthClient client, params (string Name, JsonNode? Value)[] changes)
    {
        var made = new Assertion(host, client) { Header = { ["typ"] = "oauth-authz-req+jwt" } };
        made.Payload.Remove("sub");
        made.Payload.Remove("jti");
        foreach (var (name, value) in new (string, JsonNode?)[]
        {
            ("client_id", client.Id),
            ("response_type", "code"),
            ("redirect_uri", client.RedirectUri),
            ("scope", "openid email"),
            ("state", "signed"),
        }.Concat(changes))
            made.Payload[name] = value;
        return made;
    }

    /// <summary>The request that carries it, with what the standard wants beside it and nothing else.</summary>
    public static AuthorizationParameters Carry(OAuthClient client, string signed) => new() { ClientId = client.Id, RequestObject = signed };

    /// <summary>Pushes it.</summary>
    public static Task<Answer> PushAsync(TestHost host, OAuthClient client, string signed, params (string Name, string Value)[] beside) =>
        host.PostFormAsync("/par",
        [
            ("client_assertion_type", Assertion.Type), ("client_assertion", new Assertion(host, client).Signed(OAuthClients.SignerKey)),
            ("request", signed), .. beside,
        ]);
}
