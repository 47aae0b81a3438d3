using AuthKit.AuthorizationServer;
using AuthKit.Contracts.Tests.Coverage;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>RFC 8414 §2 and OpenID Connect Discovery 1.0 §3: what the server says of itself is whole, and so.</summary>
internal sealed class DiscoveryTests
{
    // Pages, which answer people rather than programs.
    private static readonly string[] Pages = ["authorization_endpoint", "end_session_endpoint"];

    private static readonly string[] Required =
    [
        "issuer", "authorization_endpoint", "token_endpoint", "jwks_uri", "response_types_supported", "subject_types_supported", "id_token_signing_alg_values_supported",
    ];

    [Test]
    public async Task Everything_required_is_there_and_the_two_documents_agree()
    {
        await using var host = await TestHost.StartAsync();

        var (openId, oauth) = (await host.GetAsync("/.well-known/openid-configuration"), await host.GetAsync("/.well-known/oauth-authorization-server"));

        Assert.That(openId.Json.EnumerateObject().Select(member => member.Name), Is.SupersetOf(Required));
        Assert.That(openId.Json.EnumerateObject().Select(member => member.Name), Is.Unique);
        Assert.That(openId.Member("issuer"), Is.EqualTo(TestHost.Issuer));
        Assert.That(Values(openId, "id_token_signing_alg_values_supported"), Does.Contain("RS256"));
        Assert.That(Values(openId, "scopes_supported"), Does.Contain("openid"));
        Assert.That(oauth.Body, Is.EqualTo(openId.Body));
    }

    [Test]
    public async Task Every_address_is_below_the_issuer_and_served()
    {
        await using var host = await TestHost.StartAsync();
        var served = ServedRoutes.PathsOf(host).Select(path => path.Path).Append("/.well-known/jwks.json").ToList();
        var metadata = (await host.GetAsync("/.well-known/openid-configuration")).Json;

        foreach (var member in metadata.EnumerateObject().Where(member => member.Name.EndsWith("_endpoint", StringComparison.Ordinal) || member.Name == "jwks_uri"))
        {
            Assert.That(member.Value.GetString(), Does.StartWith($"{TestHost.Issuer}/"), member.Name);
            if (!Pages.Contains(member.Name))
                Assert.That(served, Does.Contain(member.Value.GetString()![TestHost.Issuer.Length..]), member.Name);
        }
    }

    [Test]
    public async Task Addresses_follow_the_prefix_and_an_issuer_with_a_path()
    {
        await using var host = await TestHost.StartAsync(new()
        {
            Options = options => options.Issuer = "https://auth.example/tenant/",
            Build = builder => builder.AddContract<OAuthContract>(contract => contract.Prefix = "/oauth2"),
        });

        var metadata = await host.GetAsync("/.well-known/openid-configuration");

        Assert.That(metadata.Member("issuer"), Is.EqualTo("https://auth.example/tenant/"));
        Assert.That(metadata.Member("token_endpoint"), Is.EqualTo("https://auth.example/tenant/oauth2/token"));
        Assert.That(metadata.Member("jwks_uri"), Is.EqualTo("https://auth.example/tenant/.well-known/jwks.json"));
    }

    [Test]
    public async Task Every_grant_that_is_named_is_served()
    {
        await using var host = await TestHost.StartAsync();
        var served = ServedRoutes.PathsOf(host).Single(path => path.Path == "/token").Routes.Select(route => route.Condition!.Value);

        // By "implicit" nothing is exchanged.
        Assert.That(served, Is.SupersetOf(Values(await host.GetAsync("/.well-known/openid-configuration"), "grant_types_supported").Except(["implicit"])));
    }

    [TestCase("authkit")]
    [TestCase("ftp://auth.example")]
    [TestCase("/auth")]
    [TestCase("https://auth.example?tenant=1")]
    [TestCase("https://auth.example#fragment")]
    public void A_host_whose_issuer_is_no_address_does_not_start(string issuer) =>
        Assert.That(() => TestHost.StartAsync(new() { Options = options => options.Issuer = issuer }), Throws.Exception.With.Message.Contains("Issuer is the server's own absolute http or https address."));

    private static IEnumerable<string?> Values(Answer answer, string name) => answer.Json.GetProperty(name).EnumerateArray().Select(value => value.GetString());
}
