using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>A host with the authorization server's pages, two clients, and an account.</summary>
internal static class PageHost
{
    public const string Redirect = "https://shop.example/callback";
    public const string SignedOut = "https://shop.example/bye";
    public const string NativeRedirect = "com.example.app:/callback";

    // RFC 7636, appendix B.
    public const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    public const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static readonly FlowContext Context = new() { ClientId = "oauth" };

    public static HostPlan Plan { get; } = new()
    {
        Build = builder => builder.AddContract<OAuthContract>(),
        Options = options =>
        {
            options.OAuth.Scopes.Add(new ApiScope { Name = "notes.read", Description = "Read your <notes>" });
            options.Clients.Add(Client("store", "The Shop", Redirect));
            options.Clients.Add(Client("own", "Our own", Redirect, firstParty: true));
            options.Clients.Add(Client("native", "An App", NativeRedirect));
            options.Clients.Add(Client("evil", "<script>alert('x')</script>", Redirect + "?a=b"));
        },
    };

    public static Task<TestHost> StartAsync(HostPlan? changes = null) => TestHost.StartAsync(changes is null ? Plan : Plan.And(changes));

    /// <summary>A host where <see cref="Speaker.Email"/> has an account.</summary>
    public static async Task<TestHost> WithAccountAsync(HostPlan? changes = null)
    {
        var host = await StartAsync(changes);
        await RegisterAsync(host, Speaker.Email);
        return host;
    }

    public static async Task RegisterAsync(TestHost host, string email) =>
        Value(await Flows.Register.RunAsync(host.Services, new(email, Speaker.Password), Context, CancellationToken.None));

    /// <summary>The address at which a browser brings a pushed request.</summary>
    public static async Task<string> PushAsync(TestHost host, AuthorizationParameters parameters)
    {
        var pushed = Value(await OAuthFlows.PushAuthorization.RunAsync(host.Services, new(parameters, new(parameters.ClientId, null)), Context, CancellationToken.None));
        return QueryHelpers.AddQueryString("/authorize", new Dictionary<string, string?> { ["client_id"] = parameters.ClientId, ["request_uri"] = pushed.RequestUri });
    }

    /// <summary>An id token of the host's own client for whoever signs in with a browser.</summary>
    public static async Task<string> IdTokenAsync(TestHost host, Browser browser, string email = Speaker.Email)
    {
        var page = await browser.OpenAsync(Authorize(("client_id", "own")));
        var code = ToClient(await browser.SubmitAsync(page, ("identifier", email), ("password", Speaker.Password)))["code"];
        return Value(await OAuthFlows.RedeemCode.RunAsync(host.Services, new(code, Redirect, Verifier, new("own", null)), Context, CancellationToken.None)).IdToken!;
    }

    /// <summary>A code for a person to type.</summary>
    public static async Task<DeviceAuthorization> DeviceAsync(TestHost host) =>
        Value(await OAuthFlows.AuthorizeDevice.RunAsync(host.Services, new(new("store", null), "openid notes.read"), Context, CancellationToken.None));

    public static T Value<T>(Outcome<T> outcome) where T : notnull =>
        outcome.Succeeded(out var value, out var failure) ? value : throw new AssertionException($"{failure.Fault}: {string.Join(", ", failure.BrokenRules)}");

    /// <summary>An authorization request, with parameters added to it or, where they are there, put in their place.</summary>
    public static string Authorize(params (string Name, string? Value)[] changes)
    {
        var parameters = new Dictionary<string, string?>
        {
            ["client_id"] = "store",
            ["response_type"] = "code",
            ["redirect_uri"] = Redirect,
            ["scope"] = "openid email notes.read",
            ["state"] = "a state & more",
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
            parameters[name] = value;
        return QueryHelpers.AddQueryString("/authorize", parameters.Where(parameter => parameter.Value is not null));
    }

    /// <summary>What a client is told.</summary>
    public static Dictionary<string, string?> ToClient(Answer answer, string redirectUri = Redirect)
    {
        Assert.That(answer.Status, Is.EqualTo(303), answer.Body);
        var location = answer.Header("Location")!;
        Assert.That(location, Does.StartWith(redirectUri));
        return QueryHelpers.ParseQuery(new Uri(location).Query).ToDictionary(parameter => parameter.Key, parameter => (string?)parameter.Value);
    }

    private static Client Client(string id, string name, string redirectUri, bool firstParty = false) => new()
    {
        Id = id,
        Name = name,
        FirstParty = firstParty,
        Grants = { GrantTypes.AuthorizationCode, GrantTypes.RefreshToken, GrantTypes.DeviceCode },
        RedirectUris = { redirectUri },
        PostLogoutRedirectUris = { SignedOut },
        Scopes = { "openid", "profile", "email", "notes.read", "offline_access" },
    };
}
