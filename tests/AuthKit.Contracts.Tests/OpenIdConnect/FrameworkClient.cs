using System.Security.Claims;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
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
    private readonly Dictionary<(string Authority, string Name), string> _cookies = [];

    private FrameworkClient(WebApplication app, ServerByName server) => (_app, _address, _server) = (app, new(app.Urls.Single()), server);

    /// <summary>Every address that a browser went to.</summary>
    public List<string> Visited { get; } = [];

    /// <param name="configure">What the app changes of the handler's defaults.</param>
    public static async Task<FrameworkClient> StartAsync(Action<OpenIdConnectOptions>? configure = null)
    {
        var server = new ServerByName();
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
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        var at = _address;
        var answer = await SendAsync(browser, HttpMethod.Get, at, []);
        while (Visited.Count < 20)
        {
            Visited.Add(at.ToString());
            if (answer is { Status: 302 or 303 })
            {
                at = Reachable(new(at, answer.Header("Location")));
                answer = await SendAsync(browser, HttpMethod.Get, at, []);
            }
            else if (answer.Body.Contains("<form", StringComparison.Ordinal))
            {
                var form = Form.Of(answer);
                at = Reachable(new(at, form.Action));
                answer = await SendAsync(browser, HttpMethod.Post, at, [.. form.Hidden, .. Answers(answer)]);
            }
            else
            {
                break;
            }
        }

        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    // The handler's cookies are Secure, which a browser takes from this machine without https, and CookieContainer does not.
    private async Task<Answer> SendAsync(HttpClient browser, HttpMethod method, Uri address, (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Post)
            request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Where(cookie => cookie.Key.Authority == address.Authority).Select(cookie => $"{cookie.Key.Name}={cookie.Value}")));
        using var response = await browser.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            _cookies[(address.Authority, pair[0])] = pair[1];
        }

        return await Answer.ReadAsync(response);
    }

    private static (string, string)[] Answers(Answer page) =>
        page.Body.Contains("name=\"identifier\"", StringComparison.Ordinal) ? [("identifier", Speaker.Email), ("password", Speaker.Password)]
        : page.Body.Contains("value=\"allow\"", StringComparison.Ordinal) ? [("decision", "allow")]
        : [];

    private Uri Reachable(Uri address) => _server.Reachable(address);

    /// <summary>Finds the server by the name that it is called by: what a name server does elsewhere.</summary>
    private sealed class ServerByName() : DelegatingHandler(new SocketsHttpHandler())
    {
        public Uri Address { get; set; } = null!;

        public Uri Reachable(Uri address) => address.ToString().StartsWith(TestHost.Issuer, StringComparison.Ordinal) ? new(Address, address.PathAndQuery) : address;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = Reachable(request.RequestUri!);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
