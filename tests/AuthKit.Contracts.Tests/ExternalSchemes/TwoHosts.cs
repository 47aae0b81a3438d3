using System.Security.Claims;
using System.Text.Json;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.OpenIdConnect;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Features.ExternalSchemes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.ExternalSchemes;

/// <summary>A host whose people sign in through another one, which is an OpenID Connect provider, by ASP.NET Core's own handler.</summary>
internal sealed class TwoHosts : IAsyncDisposable
{
    public const string Scheme = "corp";
    public const string ReturnAddress = "https://client.example/signed-in?of=ours";
    public const string Issuer = "https://app.example";

    private const string Id = "external-app", Secret = "the secret of the host's client there";

    private readonly ServerByName _server;

    private TwoHosts(TestHost app, TestHost provider, ServerByName server) => (App, Provider, _server) = (app, provider, server);

    /// <summary>The host.</summary>
    public TestHost App { get; }

    /// <summary>The provider.</summary>
    public TestHost Provider { get; }

    public static async Task<TwoHosts> StartAsync(Action<ExternalSchemeOptions>? schemes = null, Action<OpenIdConnectOptions>? handler = null, HostPlan? plan = null, Action<OAuthOptions>? oauth = null)
    {
        var server = ServerByName.Sending();
        var app = await TestHost.StartAsync((plan ?? new()).And(new()
        {
            Options = options => options.Issuer = Issuer,
            Build = builder =>
            {
                if (oauth is null)
                    builder.Services.AddAuthentication().AddOpenIdConnect(Scheme, "Corp & Co", client => OpenIdConnect(client, server, handler));
                else
                    builder.Services.AddAuthentication().AddOAuth(Scheme, "Corp & Co", client => OAuth(client, server, oauth));
                builder.AddExternalSchemes(options =>
                {
                    options.ReturnAddresses.Add(ReturnAddress);
                    schemes?.Invoke(options);
                });
            },
        }));
        // The handler's clock is the machine's.
        var provider = await TestHost.StartAsync(HostPlan.Today with
        {
            Options = options => options.Clients.Add(new() { Id = Id, Secret = Secret, Grants = { GrantTypes.AuthorizationCode }, RedirectUris = { new Uri(app.Address, "/signin-oidc").ToString() } }),
        });
        server.Address = provider.Address;
        return new(app, provider, server);
    }

    /// <summary>Somebody at a browser of their own.</summary>
    public Person Somebody(string email = Speaker.Email, string decision = "allow") => new(_server) { Email = email, Decision = decision };

    /// <summary>An account at the provider, whose address the provider has proved.</summary>
    public async Task KnowAsync(string email)
    {
        await new LaravelSpeaker().RegisterAsync(Provider, email);
        await LaravelSpeaker.ResetByMailAsync(Provider, Speaker.Password, email);
    }

    /// <summary>Where a client of document 001 has its browser go.</summary>
    public async Task<Uri> BeginAsync(string challenge = PageHost.Challenge, string state = "a state")
    {
        var started = await App.PostJsonAsync("/api/v1/external-sign-in/start", $$"""{"provider":"{{Scheme}}","return_address":"{{ReturnAddress}}","code_challenge":"{{challenge}}","state":"{{state}}"}""");
        Assert.That(started.Status, Is.EqualTo(200), started.Body);
        var address = new Uri(started.Member("data.address")!);
        Assert.That(address.GetLeftPart(UriPartial.Path), Is.EqualTo($"{Issuer}/external-sign-in"));
        return new(App.Address, address.PathAndQuery);
    }

    /// <summary>What a client gets back by its browser.</summary>
    public async Task<Dictionary<string, string>> TravelAsync(Person person)
    {
        var (answer, next) = await person.GoAsync(await BeginAsync(), until: new("https://client.example/"));
        Assert.That(next, Is.Not.Null, $"{answer.Status} {answer.Body}\n{string.Join('\n', person.Visited)}");
        var back = QueryHelpers.ParseQuery(next!.Query).ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString());
        Assert.That(next.GetLeftPart(UriPartial.Path), Is.EqualTo("https://client.example/signed-in"));
        Assert.That(back, Contains.Key("of").WithValue("ours").And.ContainKey("state").WithValue("a state"));
        Assert.That(string.Join('\n', person.Visited), Does.Not.Contain("eyJ").And.Not.Contain("access_token").And.Not.Contain("id_token="));
        return back;
    }

    public Task<Answer> RedeemAsync(string code, string verifier = PageHost.Verifier) =>
        App.PostJsonAsync("/api/v1/external-sign-in", $$"""{"code":"{{code}}","code_verifier":"{{verifier}}"}""");

    /// <summary>Signs somebody in, who may.</summary>
    /// <returns>The access token.</returns>
    public async Task<string> SignInAsync(string email)
    {
        using var person = Somebody(email);
        var signedIn = await RedeemAsync((await TravelAsync(person))["code"]);
        Assert.That(signedIn.Status, Is.EqualTo(200), signedIn.Body);
        return signedIn.Member("data.access_token")!;
    }

    /// <summary>An account at the host whose owner has proved to own its address.</summary>
    public async Task<Pair> RegisterProvedAsync(string email)
    {
        await Pair.RegisterAsync(App, email);
        await LaravelSpeaker.ResetByMailAsync(App, Speaker.Password, email);
        return await Pair.SignInAsync(App, email);
    }

    /// <summary>The page of a mailed link, as the host serves it.</summary>
    public async Task<string> NextLinkAsync(string mailedTo)
    {
        var link = await App.Mails.NextLinkAsync(mailedTo);
        Assert.That(link.GetLeftPart(UriPartial.Path), Is.EqualTo($"{Issuer}/link-account"));
        return link.PathAndQuery;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Provider.DisposeAsync();
        _server.Dispose();
    }

    private static void OpenIdConnect(OpenIdConnectOptions client, ServerByName server, Action<OpenIdConnectOptions>? configure)
    {
        (client.Authority, client.ClientId, client.ClientSecret, client.BackchannelHttpHandler) = (TestHost.Issuer, Id, Secret, server);
        (client.ResponseType, client.ResponseMode, client.GetClaimsFromUserInfoEndpoint) = ("code", "query", true);
        client.Scope.Add("email");
        configure?.Invoke(client);
    }

    private static void OAuth(OAuthOptions client, ServerByName server, Action<OAuthOptions> configure)
    {
        (client.ClientId, client.ClientSecret, client.BackchannelHttpHandler, client.CallbackPath) = (Id, Secret, server, "/signin-oidc");
        (client.AuthorizationEndpoint, client.TokenEndpoint, client.UserInformationEndpoint) = ($"{TestHost.Issuer}/authorize", $"{TestHost.Issuer}/token", $"{TestHost.Issuer}/userinfo");
        client.Scope.Add("openid");
        client.Scope.Add("email");
        client.ClaimActions.MapJsonKey(ClaimTypes.NameIdentifier, "sub");
        client.ClaimActions.MapJsonKey(ClaimTypes.Email, "email");
        client.Events.OnCreatingTicket = async context =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint) { Headers = { Authorization = new("Bearer", context.AccessToken) } };
            using var response = await context.Backchannel.SendAsync(request);
            using var person = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            context.RunClaimActions(person.RootElement);
        };
        configure(client);
    }
}
