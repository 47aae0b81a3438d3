using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Clients;

namespace AuthKit.Core.Tests.AuthorizationServer;

/// <summary>A host that is held to the FAPI 2.0 Security Profile does not start with what it rules out, and is told in one sentence what to write.</summary>
public sealed class Fapi2ValidatorTests
{
    private const string Jwks = """{"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}""";

    private static readonly (string Mistake, string Sentence, Action<AuthKitOptions> Make)[] Mistakes =
    [
        ("http", "write the one that clients know this host by, as https://", options => options.Issuer = "http://auth.example"),
        ("no address", "wants an https address", options => options.Issuer = "authkit"),
        ("long codes", "OAuth.CodeLifetime is over a minute", options => options.OAuth.CodeLifetime = TimeSpan.FromSeconds(61)),
        ("long requests", "write 00:09:00", options => options.OAuth.PushedRequestLifetime = TimeSpan.FromMinutes(11)),
        ("RS256 of the server", "leave 'ES256' alone in it", options => options.Tokens.SigningAlgorithms.Add("RS256")),
        ("revoked tokens", "Tokens.CheckSession is off", options => options.Tokens.CheckSession = false),
        ("no such profile", "OAuth.Profile is None or Fapi2", options => options.OAuth.Profile = (SecurityProfile)2),
        ("a secret", "Clients: 'client' proves who it is by 'client_secret_basic'", options => Client(options, client => (client.Jwks, client.Secret) = (null, "a secret of 32 random characters"))),
        ("a secret beside keys", "proves who it is by 'client_secret_post'", options => Client(options, client => client.AuthenticationMethod = ClientAuthenticationMethods.ClientSecretPost)),
        ("a public client", "Clients: 'client' proves who it is by 'none'", options => Client(options, client => client.Jwks = null)),
        ("passwords", "has the grant 'password'", options => Client(options, client => client.Grants.Add(GrantTypes.Password))),
        ("a hybrid", "leave ResponseTypes empty", options => Client(options, client => client.ResponseTypes.Add(ResponseTypes.CodeIdToken))),
        ("RS256 of id tokens", "has the IdTokenAlgorithm 'RS256', and Fapi2 rules it out: write 'ES256'", options => Client(options, client => client.IdTokenAlgorithm = "RS256")),
        ("RS256 of answers", "has the AuthorizationAlgorithm 'RS256'", options => Client(options, client => client.AuthorizationAlgorithm = "RS256")),
        ("RS256 of userinfo", "has the UserInfoAlgorithm 'RS256'", options => Client(options, client => client.UserInfoAlgorithm = "RS256")),
        ("RS256 of introspection", "has the IntrospectionAlgorithm 'RS256'", options => Client(options, client => client.IntrospectionAlgorithm = "RS256")),
        ("RS256 of assertions", "has the AssertionAlgorithm 'RS256', and Fapi2 rules it out: write 'ES256' or 'PS256'", options => Client(options, client => client.AssertionAlgorithm = "RS256")),
        ("RS256 of requests", "has the RequestObjectAlgorithm 'RS256'", options => Client(options, client => client.RequestObjectAlgorithm = "RS256")),
    ];

    private static IEnumerable<string> Named => Mistakes.Select(static mistake => mistake.Mistake);

    [TestCaseSource(nameof(Named))]
    public void Each_mistake_is_one_sentence(string name)
    {
        var mistake = Mistakes.Single(mistake => mistake.Mistake == name);
        var options = Right();
        mistake.Make(options);

        Assert.That(Failures(options), Has.Count.EqualTo(1).And.Some.Contains(mistake.Sentence));
        if (options.OAuth.Profile is SecurityProfile.Fapi2)
        {
            options.OAuth.Profile = SecurityProfile.None;
            Assert.That(Failures(options), Is.Empty, "without the profile it is allowed");
        }
    }

    [Test]
    public void What_is_right_starts()
    {
        var options = Right();
        Client(options, static client => client.IdTokenAlgorithm = "ES256");
        Client(options, static client => client.AssertionAlgorithm = "PS256");

        Assert.That(Failures(options), Is.Empty);
    }

    [Test]
    public void The_profile_turns_on_what_it_wants()
    {
        var options = Right();

        Assert.That((options.OAuth.RequirePkce, options.OAuth.RequirePushedRequests, options.OAuth.RotateBoundRefreshTokens), Is.EqualTo((true, true, (bool?)false)));
        Assert.That(options.OAuth.PushedRequestLifetime, Is.LessThan(TimeSpan.FromMinutes(10)));
    }

    [Test]
    public void Without_it_nothing_is_turned_on()
    {
        var options = new AuthKitOptions();
        new ProfileDefaults().PostConfigure(null, options);

        Assert.That((options.OAuth.RequirePkce, options.OAuth.RequirePushedRequests, options.OAuth.RotateBoundRefreshTokens, options.OAuth.PushedRequestLifetime), Is.EqualTo((false, false, (bool?)null, TimeSpan.FromMinutes(10))));
    }

    private static AuthKitOptions Right()
    {
        var options = new AuthKitOptions { Issuer = "https://auth.example" };
        options.OAuth.Profile = SecurityProfile.Fapi2;
        new ProfileDefaults().PostConfigure(null, options);
        return options;
    }

    private static IReadOnlyList<string> Failures(AuthKitOptions options) => [.. new Fapi2Validator().Validate(null, options).Failures ?? []];

    private static void Client(AuthKitOptions options, Action<Client> change)
    {
        var client = new Client { Id = "client", Jwks = Jwks };
        change(client);
        options.Clients.Add(client);
    }
}
