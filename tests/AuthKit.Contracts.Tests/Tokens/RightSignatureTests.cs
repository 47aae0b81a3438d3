using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Tokens;

/// <summary>A right signature is not enough: type, issuer, audience, lifetime and session have to be right as well.</summary>
internal sealed class RightSignatureTests
{
    private static readonly Dictionary<string, Action<Forgery>> Changes = new()
    {
        ["an id token's type"] = token => token.Header["typ"] = "JWT",
        ["another type"] = token => token.Header["typ"] = "logout+jwt",
        ["no type"] = token => token.Header.Remove("typ"),
        ["another issuer"] = token => token.Payload["iss"] = "https://other.example",
        ["no issuer"] = token => token.Payload.Remove("iss"),
        ["another audience"] = token => token.Payload["aud"] = "https://api.example",
        ["no audience"] = token => token.Payload.Remove("aud"),
        ["no expiry"] = token => token.Payload.Remove("exp"),
        ["an expiry that has passed"] = token => token.Payload["exp"] = 1,
        ["no session"] = token => token.Payload.Remove("sid"),
        ["a session that is none"] = token => token.Payload["sid"] = Guid.NewGuid().ToString(),
        ["somebody else's session"] = token => token.Payload["sub"] = Guid.NewGuid().ToString(),
        ["a subject that is none"] = token => token.Payload["sub"] = "anna",
        ["no client"] = token => token.Payload.Remove("client_id"),
        ["a tenant that is none"] = token => token.Payload["tid"] = "third",
        ["another tenant"] = token => token.Payload["tid"] = "demo",
        ["a session that is an object"] = token => token.Payload["sid"] = new JsonObject(),
    };

    [Test]
    public async Task With_nothing_changed_it_passes()
    {
        await using var host = await TestHost.StartAsync();
        var pair = await Pair.RegisterAsync(host);

        Assert.That((await host.MeAsync(await SignAsync(host, pair, _ => { }))).Status, Is.EqualTo(200));
    }

    [TestCaseSource(nameof(Names))]
    public async Task With_this_it_does_not(string change)
    {
        await using var host = await TestHost.StartAsync();
        var pair = await Pair.RegisterAsync(host);

        var token = await SignAsync(host, pair, Changes[change]);

        Assert.That((await host.MeAsync(token)).Status, Is.EqualTo(401));
        Assert.That((await MessageCodeSpeaker.ValidateAsync(host, token)).Status, Is.EqualTo(401));
    }

    private static IEnumerable<string> Names => Changes.Keys;

    private static async Task<string> SignAsync(TestHost host, Pair pair, Action<Forgery> change)
    {
        var forgery = new Forgery(pair.Access);
        change(forgery);
        using var key = await RingKey.OfAsync(host);
        return forgery.Signed(key);
    }
}
