using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Contracts.Tests.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>Two interfaces with audiences of their own, which the host serves, beside the host's own.</summary>
internal static class OAuthApis
{
    public const string Notes = "https://auth.example/notes", Payroll = "https://payroll.example";
    public const string ReadNotes = "diary.read", WriteNotes = "diary.write", Pay = "payroll.pay";

    /// <summary>What tokens are for that are for no interface.</summary>
    public const string Host = TestHost.Issuer;

    /// <summary>What a token for an interface is for besides, where its scope says who the user is and its client names no interface.</summary>
    public const string UserInfo = $"{TestHost.Issuer}/userinfo";

    /// <summary>A confidential client of somebody else's, which may have every scope.</summary>
    public static OAuthClient Desk { get; } = new("desk", "desk-secret", "https://desk.example/callback");

    /// <summary>The host's own, which may have every scope.</summary>
    public static OAuthClient Till { get; } = new("till", "till-secret", "https://till.example/callback");

    /// <summary>A client that speaks for itself, and for nobody.</summary>
    public static OAuthClient Clock { get; } = new("clock", "clock-secret", "https://clock.example/callback");

    /// <summary>The client that payroll's server is, to introspect what it is sent.</summary>
    public static OAuthClient PayrollServer { get; } = new("payroll-server", "payroll-server-secret", "https://payroll.example/callback");

    public static HostPlan Plan { get; } = new()
    {
        Options = options =>
        {
            var notes = options.OAuth.Apis.Add(Notes, ReadNotes, WriteNotes);
            notes.Name = "Notes";
            notes.Scopes[0].Description = "Read your notes";
            options.OAuth.Apis.Add(Payroll, Pay);
            foreach (var client in new[] { Desk.Listed(), Till.Listed(client => client.FirstParty = true), Clock.Listed(client => client.Grants.Add(GrantTypes.ClientCredentials)) })
                options.Clients.Add(WithEveryScope(client));
            options.Clients.Add(PayrollServer.Listed(client => client.Apis.Add(Payroll)));
        },
        Map = app =>
        {
            app.MapGet("/notes", () => "in").RequireAuthorization(policy => policy.RequireScope(ReadNotes));
            app.MapGet("/pay", () => "in").RequireAuthorization(policy => policy.RequireScope(Pay));
            app.MapGet("/payroll", () => "in").RequireAuthorization(policy => policy.RequireApi(Payroll));
            app.MapGet("/orders", () => "in").RequireAuthorization(policy => policy.RequireScope(OAuthClients.Read));
        },
    };

    public static Task<TestHost> StartAsync(HostPlan? changes = null) => TestHost.StartAsync(changes is null ? Plan : Plan.And(changes));

    /// <summary>Fields of a form that name interfaces.</summary>
    public static (string Name, string Value)[] For(params string[] resources) => [.. resources.Select(resource => ("resource", resource))];

    /// <summary>Whom a token is for.</summary>
    public static string[] AudienceOf(string token) => new Forgery(token).Payload["aud"] switch
    {
        JsonArray several => [.. several.Select(value => value!.GetValue<string>())],
        var one => [one!.GetValue<string>()],
    };

    /// <summary>A code for interfaces.</summary>
    public static async Task<string> CodeAsync(TestHost host, OAuthClient client, string? scope, params string[] resources)
    {
        await new OAuthSpeaker().RegisterAsync(host);
        return await new Authorizing(host).CodeAsync(Authorizing.RequestOf(client, scope) with { Resources = resources });
    }

    /// <summary>Tokens for interfaces, of those that the user allowed.</summary>
    public static async Task<OAuthTokens> ObtainAsync(TestHost host, OAuthClient client, string? scope, params string[] resources) =>
        OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, client, await CodeAsync(host, client, scope, resources)));

    private static Client WithEveryScope(Client client)
    {
        foreach (var scope in new[] { "openid", "email", "offline_access", OAuthClients.Read, ReadNotes, WriteNotes, Pay })
            client.Scopes.Add(scope);
        return client;
    }
}
