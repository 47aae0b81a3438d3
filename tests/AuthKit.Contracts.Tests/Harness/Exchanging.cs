using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Exchanges;
using AuthKit.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>Token exchange (RFC 8693), and a host with a policy for it.</summary>
internal static class Exchanging
{
    public const string Grant = "urn:ietf:params:oauth:grant-type:token-exchange";
    public const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";
    public const string IdToken = "urn:ietf:params:oauth:token-type:id_token";

    /// <summary>An interface that calls others on behalf of its callers, and may be their actor as well.</summary>
    public static OAuthClient Gateway { get; } = new("gateway", "gateway-secret", "https://gateway.example/callback");

    /// <summary>A policy that lets the gateway exchange what the shop was given, and what it was given itself.</summary>
    public static HostPlan Plan { get; } = new()
    {
        Options = options =>
        {
            options.Clients.Add(Gateway.Listed(client =>
            {
                client.Grants.Add(Grant);
                client.Grants.Add(GrantTypes.ClientCredentials);
                foreach (var scope in new[] { Scopes.OpenId, Scopes.Email, Scopes.OfflineAccess, OAuthClients.Read })
                    client.Scopes.Add(scope);
            }));
            options.Clients.Add(new OAuthClient("stranger", "stranger-secret", "https://stranger.example/callback").Listed(client => client.Grants.Add(Grant)));
            options.Clients.Add(new OAuthClient("own-gateway", "own-gateway-secret", "https://own.example/callback").Listed(client =>
            {
                client.FirstParty = true;
                client.Grants.Add(Grant);
            }));
        },
        Build = authKit => authKit.AddTokenExchange<Policy>(),
    };

    /// <summary>The same beside interfaces, of whose scopes the gateway is listed for two; the policy names these, or nothing.</summary>
    public static HostPlan PlanFor(params string[]? named) => OAuthApis.Plan.And(Plan).And(new()
    {
        Options = options =>
        {
            foreach (var scope in new[] { OAuthApis.ReadNotes, OAuthApis.Pay })
                options.Clients.Single(client => client.Id == Gateway.Id).Scopes.Add(scope);
        },
        Build = authKit => authKit.Services.AddSingleton<ITokenExchangePolicy>(new Naming(named)),
    });

    public static Task<Answer> ExchangeAsync(TestHost host, OAuthClient client, string subject, params (string Name, string Value)[] more) =>
        OAuthSpeaker.TokenAsync(host, client, Grant, [("subject_token", subject), .. more.Any(field => field.Name == "subject_token_type") ? Array.Empty<(string, string)>() : [("subject_token_type", AccessToken)], .. more]);

    /// <summary>The gateway's token in its own name.</summary>
    public static async Task<string> ActorAsync(TestHost host) => (await OAuthSpeaker.TokenAsync(host, Gateway, "client_credentials")).Member("access_token")!;

    private sealed class Policy : ITokenExchangePolicy
    {
        public ValueTask<TokenExchangeDecision> JudgeAsync(TokenExchange exchange, CancellationToken cancellationToken) => new(
            exchange.Client.Id is "stranger" ? TokenExchangeDecision.Refused
            : exchange.Scopes.Contains(OAuthClients.Read) ? TokenExchangeDecision.AllowedFor(Scopes.Email, "orders.write")
            : TokenExchangeDecision.Allowed);
    }

    private sealed class Naming(string[]? named) : ITokenExchangePolicy
    {
        public ValueTask<TokenExchangeDecision> JudgeAsync(TokenExchange exchange, CancellationToken cancellationToken) =>
            new(named is null ? TokenExchangeDecision.Allowed : TokenExchangeDecision.AllowedFor(named));
    }
}
