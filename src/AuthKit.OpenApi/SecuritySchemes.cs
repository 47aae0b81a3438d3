using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Pages;
using AuthKit.Hosting;
using AuthKit.Http;
using AuthKit.Security;
using AuthKit.Tokens;
using Microsoft.OpenApi;

namespace AuthKit.OpenApi;

/// <summary>How callers authenticate: schemes that are put among the document's components when something first asks for them.</summary>
internal sealed class SecuritySchemes(OpenApiDocument document, ContractRegistry contracts, AuthKitOptions options)
{
    private const string Bearer = "AuthKit";
    private const string Cookie = "AuthKitCookie";
    private const string Client = "AuthKitClient";
    private const string InitialAccess = "AuthKitInitialAccess";
    private const string OAuth2 = "AuthKitOAuth2";
    private const string OpenIdConnect = "AuthKitOpenIdConnect";

    /// <summary>What a contract's route asks for: any one of these. None means nothing.</summary>
    public IList<OpenApiSecurityRequirement> Of(IReadOnlyList<ContractRoute> routes)
    {
        List<OpenApiSecurityRequirement> either = [];
        if (routes.Any(route => route.InitialAccess))
        {
            either.Add(Requirement(InitialAccess, Http("bearer", "An initial access token (RFC 7591 §3), or the registration access token of a client (RFC 7592 §2).")));
            if (options.OAuth.OpenRegistration)
                either.Add([]);
        }

        if (routes.Any(route => route.Bearer))
            either.Add(AccessToken());
        if (routes.Any(route => route.TakesCookie))
            either.Add(SessionCookie());
        if (routes.Select(route => route.TokenHeader).OfType<string>().FirstOrDefault() is { } header)
            either.Add(Requirement($"{Bearer}{header}", new() { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = header, Description = "An access token in a header of the contract's own." }));
        // Those that have no secret, or send it in the body, send no header.
        if (routes.Any(route => route.ClientHeader))
            either.AddRange([Requirement(Client, Http("basic", "A client's id and secret (RFC 6749 §2.3.1).")), []]);
        return either;
    }

    /// <summary>What an endpoint of the host's own asks for that takes AuthKit's access tokens.</summary>
    /// <param name="scopes">The scope values that it asks for.</param>
    public IList<OpenApiSecurityRequirement> OfHost(IReadOnlyList<string> scopes)
    {
        List<OpenApiSecurityRequirement> either = [AccessToken()];
        if (contracts.All.Any(contract => contract.SessionCookies is not null))
            either.Add(SessionCookie());
        if (contracts.All.OfType<OAuthContract>().FirstOrDefault() is { } oauth)
        {
            either.Add(Requirement(OAuth2, FlowsOf(oauth), scopes));
            either.Add(Requirement(OpenIdConnect, new() { Type = SecuritySchemeType.OpenIdConnect, OpenIdConnectUrl = new($"{options.Issuer.TrimEnd('/')}/.well-known/openid-configuration") }, scopes));
        }

        return either;
    }

    private OpenApiSecurityRequirement AccessToken() => Requirement(Bearer, Http("bearer", "An access token, as signing in returns it.", "JWT"));

    private OpenApiSecurityRequirement SessionCookie() => Requirement(Cookie, new()
    {
        Type = SecuritySchemeType.ApiKey,
        In = ParameterLocation.Cookie,
        Name = $"__Host-{SessionCookieWriter.Name}",
        Description = $"A browser's session, as signing in with ?{ContractCookies.Parameter}=true sets it. What is no browser sends {RequestOrigin.Header} beside it.",
    });

    private OpenApiSecurityScheme FlowsOf(OAuthContract oauth)
    {
        var token = Address(OAuthPaths.Token);
        var scopes = Scopes.Standard.ToDictionary(scope => scope, _ => "");
        foreach (var scope in options.OAuth.AllScopes())
            scopes[scope.Name] = scope.Description ?? "";
        return new()
        {
            Type = SecuritySchemeType.OAuth2,
            Flows = new()
            {
                AuthorizationCode = new() { AuthorizationUrl = Address(OAuthPages.Authorize), TokenUrl = token, RefreshUrl = token, Scopes = scopes },
                ClientCredentials = new() { TokenUrl = token, Scopes = options.OAuth.AllScopes().ToDictionary(scope => scope.Name, scope => scope.Description ?? "") },
            },
        };

        Uri Address(string path) => new(oauth.AddressOf(path, options));
    }

    private OpenApiSecurityRequirement Requirement(string name, OpenApiSecurityScheme scheme, IReadOnlyList<string>? scopes = null)
    {
        if (document.Components?.SecuritySchemes?.ContainsKey(name) != true)
            document.AddComponent(name, scheme);
        return new() { [new OpenApiSecuritySchemeReference(name, document)] = [.. scopes ?? []] };
    }

    private static OpenApiSecurityScheme Http(string scheme, string description, string? format = null) =>
        new() { Type = SecuritySchemeType.Http, Scheme = scheme, BearerFormat = format, Description = description };
}
