using System.Security.Claims;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Validation.AspNetCore;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>Interfaces elsewhere that take this server's access tokens, by the libraries that .NET has for it, each as it comes.</summary>
internal sealed class BearerApiTests
{
    private static readonly Dictionary<string, Action<IServiceCollection, ServerByName>> Libraries = new()
    {
        ["JwtBearer"] = (services, server) => services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(api => (api.Authority, api.Audience, api.BackchannelHttpHandler) = (TestHost.Issuer, TestHost.Issuer, Sending(server))),
        ["OpenIddict, by itself"] = (services, server) => OpenIddict(services, server, api => api.SetIssuer(TestHost.Issuer).AddAudiences(TestHost.Issuer)),
        ["OpenIddict, by introspection"] = (services, server) => OpenIddict(services, server, api => api.SetIssuer(TestHost.Issuer)
            .AddAudiences(TestHost.Issuer)
            .UseIntrospection().SetClientId(OAuthClients.Robot.Id).SetClientSecret(OAuthClients.Robot.Secret!)),
    };

    [TestCaseSource(nameof(Names))]
    public async Task It_takes_a_token_in_force_and_no_other(string library)
    {
        // The library's clock is the machine's.
        await using var server = await TestHost.StartAsync(HostPlan.Today);
        await new OAuthSpeaker().RegisterAsync(server);
        var token = OAuthTokens.Of(await new OAuthSpeaker().SignInAsync(server)).Access;
        await using var api = await StartAsync(library, server);
        using var http = new HttpClient { BaseAddress = new(api.Urls.Single()) };

        var answer = await AskAsync(http, token);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(Guid.TryParse(answer.Body, out _), Is.True, answer.Body);

        Assert.That((await AskAsync(http, null)).Status, Is.EqualTo(401));
        Assert.That((await AskAsync(http, token[..^8] + "AAAAAAAA")).Status, Is.EqualTo(401), "forged");
        await api.StopAsync();
    }

    private static async Task<WebApplication> StartAsync(string library, TestHost server)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddAuthorization();
        Libraries[library](builder.Services, new() { Address = server.Address });
        var api = builder.Build();
        api.UseAuthentication();
        api.UseAuthorization();
        api.MapGet("/", (ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? user.FindFirstValue("sub")).RequireAuthorization();
        await api.StartAsync();
        return api;
    }

    private static async Task<Answer> AskAsync(HttpClient http, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        using var response = await http.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    private static void OpenIddict(IServiceCollection services, ServerByName server, Action<OpenIddictValidationBuilder> configure)
    {
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new ServerByName { Address = server.Address }));
        services.AddOpenIddict().AddValidation(api =>
        {
            configure(api);
            api.UseSystemNetHttp();
            api.UseAspNetCore();
        });
        services.AddAuthentication(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
    }

    private static ServerByName Sending(ServerByName server)
    {
        server.InnerHandler = new SocketsHttpHandler();
        return server;
    }

    private static IEnumerable<string> Names => Libraries.Keys;
}
