using AuthKit.Clients;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Tokens;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>A host with the authorization server's pages, two clients, and an account.</summary>
internal static class PageHost
{
    public const string Redirect = "https://shop.example/callback";
    public const string SignedOut = "https://shop.example/bye";
    public const string NativeRedirect = "com.example.app:/callback";

    public static HostPlan Plan { get; } = new()
    {
        Build = builder => builder.AddContract<OAuthContract>(),
        Options = options =>
        {
            options.OAuth.Scopes.Add(new ApiScope { Name = "orders.read", Description = "Read your <orders>" });
            options.Clients.Add(Client("shop", "The Shop", Redirect));
            options.Clients.Add(Client("own", "Our own", Redirect, firstParty: true));
            options.Clients.Add(Client("app", "An App", NativeRedirect));
            options.Clients.Add(Client("evil", "<script>alert('x')</script>", Redirect + "?a=b"));
        },
    };

    public static Task<TestHost> StartAsync(HostPlan? changes = null) => TestHost.StartAsync(changes is null ? Plan : Plan.And(changes));

    /// <summary>A host where <see cref="Speaker.Email"/> has an account.</summary>
    public static async Task<TestHost> WithAccountAsync(HostPlan? changes = null)
    {
        var host = await StartAsync(changes);
        var made = await Flows.Register.RunAsync(host.Services, new(Speaker.Email, Speaker.Password), new() { ClientId = "oauth" }, CancellationToken.None);
        Assert.That(made.Succeeded(out _, out _), Is.True);
        return host;
    }

    /// <summary>An authorization request, with parameters added to it or, where they are there, put in their place.</summary>
    public static string Authorize(params (string Name, string? Value)[] changes)
    {
        var parameters = new Dictionary<string, string?>
        {
            ["client_id"] = "shop",
            ["response_type"] = "code",
            ["redirect_uri"] = Redirect,
            ["scope"] = "openid email orders.read",
            ["state"] = "a state & more",
            ["code_challenge"] = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
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
        Scopes = { "openid", "profile", "email", "orders.read", "offline_access" },
    };
}
