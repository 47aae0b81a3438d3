using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>ASP.NET Core's own client signs people in, as it comes and as it may be set.</summary>
internal sealed class FrameworkClientTests
{
    private static readonly Dictionary<string, Action<OpenIdConnectOptions>> Settings = new()
    {
        ["as it comes"] = _ => { },
        ["as it comes, nothing pushed"] = client => client.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable,
        ["code and id token"] = client => client.ResponseType = "code id_token",
        ["code and id token, userinfo asked"] = client => (client.ResponseType, client.GetClaimsFromUserInfoEndpoint, client.SaveTokens) = ("code id_token", true, true),
        ["as it comes, but for the code"] = client => client.ResponseType = "code",
        ["code by query"] = client => (client.ResponseType, client.ResponseMode) = ("code", "query"),
        ["nothing pushed"] = client => (client.ResponseType, client.PushedAuthorizationBehavior) = ("code", PushedAuthorizationBehavior.Disable),
        ["nothing pushed, by query"] = client => (client.ResponseType, client.ResponseMode, client.PushedAuthorizationBehavior) = ("code", "query", PushedAuthorizationBehavior.Disable),
        ["pushed alone"] = client => (client.ResponseType, client.PushedAuthorizationBehavior) = ("code", PushedAuthorizationBehavior.Require),
        ["userinfo asked"] = client => (client.ResponseType, client.GetClaimsFromUserInfoEndpoint, client.SaveTokens) = ("code", true, true),
    };

    [TestCaseSource(nameof(Names))]
    public async Task It_signs_somebody_in(string setting)
    {
        await using var client = await FrameworkClient.StartAsync(Settings[setting]);
        await using var server = await TestHost.StartAsync(HostPlan.Today with { Options = client.Register });
        await new OAuthSpeaker().RegisterAsync(server);

        var who = await client.WhoAsync(server);

        Assert.That(who.Status, Is.EqualTo(200), $"{who.Body}\n{string.Join('\n', client.Visited)}");
        Assert.That(Guid.TryParse(who.Body, out _), Is.True, who.Body);
    }

    private static IEnumerable<string> Names => Settings.Keys;
}
