using System.Security.Claims;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>An app that signs people in by ASP.NET Core's own OpenID Connect handler, as it comes.</summary>
internal sealed class FrameworkClient : IAsyncDisposable
{
    private const string Id = "framework", Secret = "the secret of the framework's client";

    private readonly WebApplication _app;
    private readonly Uri _address;
    private readonly ServerByName _server;
    private readonly Person _person;

    private FrameworkClient(WebApplication app, ServerByName server) =>
        (_app, _address, _server, _person) = (app, new(app.Urls.Single()), server, new(server));

    /// <summary>Every address that a browser went to.</summary>
    public IReadOnlyList<string> Visited => _person.Visited;

    /// <param name="configure">What the app changes of the handler's defaults.</param>
    public static async Task<FrameworkClient> StartAsync(Action<OpenIdConnectOptions>? configure = null)
    {
        var server = ServerByName.Sending();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(authentication =>
            {
                authentication.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                authentication.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
            })
            .AddCookie()
            .AddOpenIdConnect(client =>
            {
                (client.Authority, client.ClientId, client.ClientSecret, client.BackchannelHttpHandler) = (TestHost.Issuer, Id, Secret, server);
                configure?.Invoke(client);
            });
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/", (ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier)).RequireAuthorization();
        await app.StartAsync();
        return new(app, server);
    }

    /// <summary>Lists the app with a server.</summary>
    public void Register(AuthKitOptions options) => options.Clients.Add(new()
    {
        Id = Id,
        Secret = Secret,
        Grants = { GrantTypes.AuthorizationCode },
        ResponseTypes = { ResponseTypes.Code, ResponseTypes.IdToken, ResponseTypes.CodeIdToken },
        RedirectUris = { new Uri(_address, "/signin-oidc").ToString() },
    });

    /// <summary>Signs somebody in, and asks the app who it is.</summary>
    public async Task<Answer> WhoAsync(TestHost server)
    {
        _server.Address = server.Address;
        return (await _person.GoAsync(_address)).Answer;
    }

    public async ValueTask DisposeAsync()
    {
        _person.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
