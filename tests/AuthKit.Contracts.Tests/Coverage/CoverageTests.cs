using AuthKit.Contracts.Tests.Replay;

namespace AuthKit.Contracts.Tests.Coverage;

/// <summary>Nothing documented is missing, and nothing that is served goes without a transcript.</summary>
internal sealed class CoverageTests
{
    [Test]
    public async Task Every_documented_route_is_served()
    {
        var served = (await ServedRoutes.ListAsync()).Select(route => route.ToString());

        Assert.That(served, Is.SupersetOf(DocumentedRoutes.All.Select(route => route.ToString())));
    }

    [Test]
    public async Task Beyond_the_documents_there_is_what_frameworks_and_standards_have()
    {
        string[] beyond =
        [
            "laravel GET /api/v1/user",
            "laravel PUT /api/v1/user/profile-information",
            "laravel PUT /api/v1/user/password",
            "message-code POST /User/LoginThirdParty",
            "oauth POST /token grant_type=refresh_token",
            "oauth POST /token grant_type=client_credentials",
            "oauth POST /token grant_type=urn:ietf:params:oauth:grant-type:device_code",
            "oauth POST /token grant_type=urn:ietf:params:oauth:grant-type:token-exchange",
            "oauth GET /userinfo",
            "oauth POST /userinfo",
            "oauth POST /par",
            "oauth POST /device_authorization",
            "oauth POST /revoke",
            "oauth POST /introspect",
            "oauth POST /register",
            "oauth GET /register",
            "oauth PUT /register",
            "oauth DELETE /register",
            "oauth GET /.well-known/openid-configuration",
            "oauth GET /.well-known/oauth-authorization-server",
        ];

        var served = (await ServedRoutes.ListAsync()).Select(route => route.ToString());

        // AuthKit's own contract is documented by its page alone, which lists its routes.
        Assert.That(served.Except(DocumentedRoutes.All.Select(route => route.ToString())).Where(route => !route.StartsWith("account ", StringComparison.Ordinal)), Is.EqualTo(beyond));
    }

    [Test]
    public async Task Every_route_has_a_transcript_of_success_and_one_of_failure()
    {
        var exchanges = TranscriptLibrary.All.SelectMany(transcript => transcript.Exchanges).ToList();
        var routes = await ServedRoutes.ListAsync();

        using (Assert.EnterMultipleScope())
        {
            foreach (var route in routes)
            {
                var mine = exchanges.Where(exchange => Asks(exchange, route)).ToList();
                Assert.That(mine, Has.Some.Matches<Exchange>(exchange => exchange!.Status < 400), $"{route}: no success");
                // What the server says of itself reads nothing that could be wrong.
                if (!route.Path.StartsWith("/.well-known/", StringComparison.Ordinal))
                    Assert.That(mine, Has.Some.Matches<Exchange>(exchange => exchange!.Status >= 400), $"{route}: no failure");
            }
        }
    }

    private static bool Asks(Exchange exchange, DocumentedRoute route) =>
        exchange.Method == route.Method
        && exchange.Target.Split('?')[0] == route.Path
        && (route.Condition is not { } condition || exchange.RequestBody.Split('&').Contains($"{condition.Field}={condition.Value}"));
}
