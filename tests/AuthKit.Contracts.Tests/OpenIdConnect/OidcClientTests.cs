using AuthKit.Contracts.Tests.Harness;
using Duende.IdentityModel.OidcClient;
using Duende.IdentityModel.OidcClient.Browser;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>Duende's client of native apps signs people in, refreshes and signs out, as it comes.</summary>
internal sealed class OidcClientTests
{
    [Test]
    public async Task It_signs_somebody_in_and_refreshes()
    {
        await using var server = await TestHost.StartAsync(HostPlan.Today);
        await new OAuthSpeaker().RegisterAsync(server);
        var byName = ServerByName.Sending();
        byName.Address = server.Address;
        using var person = new Person(byName);
        var client = new OidcClient(new()
        {
            Authority = TestHost.Issuer,
            ClientId = OAuthClients.App.Id,
            RedirectUri = "http://127.0.0.1:49152/callback",
            Scope = "openid email profile offline_access",
            Browser = new SystemBrowser(person),
            BackchannelHandler = byName,
        });

        var login = await client.LoginAsync(new());

        Assert.That(login.IsError, Is.False, $"{login.Error} {login.ErrorDescription}\n{string.Join('\n', person.Visited)}");
        Assert.That(login.User.FindFirst("email")?.Value, Is.EqualTo(Speaker.Email));
        var refreshed = await client.RefreshTokenAsync(login.RefreshToken);
        Assert.That(refreshed.IsError, Is.False, $"{refreshed.Error} {refreshed.ErrorDescription}");
        Assert.That(refreshed.AccessToken, Is.Not.EqualTo(login.AccessToken));
        var userInfo = await client.GetUserInfoAsync(refreshed.AccessToken);
        Assert.That(userInfo.IsError, Is.False, userInfo.Error);
    }

    private sealed class SystemBrowser(Person person) : IBrowser
    {
        public async Task<BrowserResult> InvokeAsync(BrowserOptions options, CancellationToken cancellationToken = default)
        {
            var (answer, next) = await person.GoAsync(new(options.StartUrl), until: new(options.EndUrl));
            return next is null
                ? new() { ResultType = BrowserResultType.UnknownError, Error = $"{answer.Status} {answer.Body}" }
                : new() { ResultType = BrowserResultType.Success, Response = next.ToString() };
        }
    }
}
