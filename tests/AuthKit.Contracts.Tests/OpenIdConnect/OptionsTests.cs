using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>A host does not start with an authorization server that cannot work.</summary>
internal sealed class OptionsTests
{
    private const string Secret = "kept-to-itself";

    private static readonly Dictionary<string, Action<AuthKitOptions>> Mistakes = new()
    {
        ["OAuth.CodeLifetime"] = options => options.OAuth.CodeLifetime = TimeSpan.FromMinutes(11),
        ["PushedRequestLifetime"] = options => options.OAuth.PushedRequestLifetime = TimeSpan.Zero,
        ["IdTokenLifetime"] = options => options.OAuth.IdTokenLifetime = TimeSpan.Zero,
        ["OAuth.ClientSecretLifetime"] = options => options.OAuth.ClientSecretLifetime = TimeSpan.FromSeconds(59),
        ["OAuth.InitialAccessTokens"] = options => options.OAuth.InitialAccessTokens.Add(Secret),
        ["'two words' is no value of a scope"] = options => options.OAuth.Scopes.Add(new ApiScope { Name = "two words" }),
        ["'one,two' is no value of a scope"] = options => options.OAuth.Scopes.Add(new ApiScope { Name = "one,two" }),
        ["'openid' is there twice"] = options => options.OAuth.Scopes.Add(new ApiScope { Name = "openid" }),
        ["the grant 'implicit'"] = options => Add(options, client => client.Grants.Add("implicit")),
        ["the address 'http://client.example/'"] = options => Add(options, client => client.RedirectUris.Add("http://client.example/")),
        ["the address 'javascript:alert(1)'"] = options => Add(options, client => client.PostLogoutRedirectUris.Add("javascript:alert(1)")),
        ["the scope 'unknown'"] = options => Add(options, client => client.Scopes.Add("unknown")),
        ["the authentication method 'tls_client_auth'"] = options => Add(options, client => client.AuthenticationMethod = "tls_client_auth"),
        ["'HS256', which there is not"] = options => Add(options, client => client.IdTokenAlgorithm = "HS256"),
        ["no key that could verify"] = options => Add(options, client => client.Jwks = """{"keys":[]}"""),
        ["has no key"] = options => Add(options, client => client.AuthenticationMethod = ClientAuthenticationMethods.PrivateKeyJwt),
        ["a JwksUri that is no https address"] = options => Add(options, client => client.JwksUri = "http://client.example/jwks.json"),
        ["Jwks beside it"] = options => Add(options, client => (client.JwksUri, client.Jwks) = ("https://client.example/jwks.json", OAuthClients.Jwks(OAuthClients.SignerKey))),
        ["a SectorIdentifierUri that is no https address"] = options => Add(options, client => client.SectorIdentifierUri = "sector"),
        ["assertions signed with 'HS256'"] = options => Add(options, client => client.AssertionAlgorithm = "HS256"),
        ["a DefaultMaxAge that is negative"] = options => Add(options, client => client.DefaultMaxAge = TimeSpan.FromSeconds(-1)),
        ["IdTokenLifetime or SessionLifetime under a second"] = options => Add(options, client => client.IdTokenLifetime = TimeSpan.Zero),
        ["OAuth.ClientDocuments.Timeout"] = options => options.OAuth.ClientDocuments.Timeout = TimeSpan.FromMinutes(5),
        ["a SecretHash that is no SHA-256"] = options => Add(options, client => client.SecretHash = Secret),
    };

    [TestCaseSource(nameof(Names))]
    public void It_says_what_is_wrong_and_no_secret(string mistake) => Assert.That(
        () => TestHost.StartAsync(new() { Options = Mistakes[mistake] }),
        Throws.TypeOf<OptionsValidationException>().With.Message.Contains(mistake).And.Message.Not.Contains(Secret));

    [Test]
    public async Task Registration_that_is_open_is_warned_of()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.OAuth.OpenRegistration = true });

        Assert.That(host.Logs.Text, Does.Contain("OAuth.OpenRegistration is on"));
    }

    [Test]
    public void Everything_can_be_configured()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["OAuth:RequirePkce"] = "true",
            ["OAuth:InitialAccessTokens:0"] = OAuthClients.InitialAccessToken,
            ["OAuth:Scopes:0:Name"] = OAuthClients.Read,
            ["OAuth:Apis:0:Identifier"] = OAuthApis.Payroll,
            ["OAuth:Apis:0:Scopes:0:Name"] = OAuthApis.Pay,
            ["OAuth:Apis:0:Scopes:0:Description"] = "Pay wages",
            ["OAuth:Apis:0:OpenToAnyClient"] = "true",
            ["OAuth:CodeLifetime"] = "00:00:30",
            ["Clients:0:Id"] = "shop",
            ["Clients:0:RedirectUris:0"] = OAuthClients.Shop.RedirectUri,
        }).Build();
        var services = new ServiceCollection().AddLogging();
        services.AddAuthKit(configuration);
        using var provider = services.BuildServiceProvider();

        var options = new AuthKitOptions();
        foreach (var configure in provider.GetServices<IConfigureOptions<AuthKitOptions>>())
            configure.Configure(options);

        Assert.That((options.OAuth.RequirePkce, options.OAuth.CodeLifetime), Is.EqualTo((true, TimeSpan.FromSeconds(30))));
        Assert.That(options.OAuth.InitialAccessTokens, Is.EqualTo(new[] { OAuthClients.InitialAccessToken }));
        Assert.That(options.OAuth.Scopes.Single().Name, Is.EqualTo(OAuthClients.Read));
        Assert.That(options.OAuth.Apis.Select(api => (api.Identifier, api.Scopes.Single().Name, api.Scopes.Single().Description, api.OpenToAnyClient)), Is.EqualTo(new[] { (OAuthApis.Payroll, OAuthApis.Pay, "Pay wages", true) }));
        Assert.That(options.Clients.Single().RedirectUris, Is.EqualTo(new[] { OAuthClients.Shop.RedirectUri }));
    }

    private static IEnumerable<string> Names => Mistakes.Keys;

    private static void Add(AuthKitOptions options, Action<Client> mistake)
    {
        var client = new Client { Id = "client" };
        mistake(client);
        options.Clients.Add(client);
    }
}
