using System.Security.Claims;
using System.Security.Cryptography;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Client.AspNetCore;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>OpenIddict's client signs people in, as it comes.</summary>
internal sealed class OpenIddictClientTests
{
    private const string Id = "openiddict", Secret = "the secret of OpenIddict's client", Callback = "callback/login/authkit";

    [Test]
    public async Task It_signs_somebody_in()
    {
        var byName = new ServerByName();
        await using var app = await StartAsync(byName);
        var address = new Uri(app.Urls.Single());
        await using var server = await TestHost.StartAsync(HostPlan.Today with
        {
            Options = options => options.Clients.Add(new()
            {
                Id = Id,
                Secret = Secret,
                Grants = { GrantTypes.AuthorizationCode, GrantTypes.RefreshToken },
                RedirectUris = { new Uri(address, Callback).ToString() },
            }),
        });
        byName.Address = server.Address;
        await new OAuthSpeaker().RegisterAsync(server);
        using var person = new Person(byName);

        var (who, _) = await person.GoAsync(address);

        Assert.That(who.Status, Is.EqualTo(200), $"{who.Body}\n{string.Join('\n', person.Visited)}");
        Assert.That(who.Body, Is.EqualTo(Speaker.Email));
        await app.StopAsync();
    }

    private static async Task<WebApplication> StartAsync(ServerByName server)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddAuthentication();
        builder.Services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new ServerByName { Address = server.Address }));
        builder.Services.AddOpenIddict().AddClient(client =>
        {
            // It has no database here.
            client.DisableTokenStorage();
            client.AllowAuthorizationCodeFlow();
            // The ones of its own are RSA keys, which take longer to make than the rest.
            client.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32))).AddSigningKey(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)));
            client.UseAspNetCore().EnableRedirectionEndpointPassthrough().DisableTransportSecurityRequirement();
            client.UseSystemNetHttp();
            client.AddRegistration(new()
            {
                Issuer = new(TestHost.Issuer),
                ClientId = Id,
                ClientSecret = Secret,
                Scopes = { "openid", "email", "profile" },
                RedirectUri = new(Callback, UriKind.Relative),
            });
        });
        var app = builder.Build();
        app.UseAuthentication();
        app.MapGet("/", () => Results.Challenge(authenticationSchemes: [OpenIddictClientAspNetCoreDefaults.AuthenticationScheme]));
        app.MapMethods($"/{Callback}", ["GET", "POST"], async (HttpContext http) =>
        {
            var result = await http.AuthenticateAsync(OpenIddictClientAspNetCoreDefaults.AuthenticationScheme);
            return result.Principal?.FindFirstValue("email") ?? result.Principal?.FindFirstValue(ClaimTypes.Email) ?? $"nobody: {result.Failure}";
        });
        await app.StartAsync();
        return app;
    }
}
