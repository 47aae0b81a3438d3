using System.Security.Cryptography;
using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>A client that keeps to the FAPI 2.0 Security Profile, unless what it sends is changed.</summary>
internal sealed class FapiClient(TestHost host, OAuthClient client, ECDsa key) : IDisposable
{
    /// <summary>A host that is held to the profile, with two clients.</summary>
    public static HostPlan Plan { get; } = new()
    {
        Contracts = builder => builder.AddContract<OAuthContract>(),
        Options = options =>
        {
            options.OAuth.Profile = SecurityProfile.Fapi2;
            options.Clients.Clear();
            options.Clients.Add(OAuthClients.Signer.Listed(listed => Listed(listed, OAuthClients.SignerKey)));
            options.Clients.Add(OAuthClients.OtherSigner.Listed(listed => Listed(listed, OAuthClients.OtherSignerKey)));
        },
    };

    /// <summary>What its tokens are bound to.</summary>
    public DPoPKey Holder { get; } = new();

    /// <summary>How it proves who it is, this once.</summary>
    public (string Name, string Value)[] Credentials => [("client_assertion_type", Assertion.Type), ("client_assertion", new Assertion(host, client).Signed(key))];

    public static FapiClient Signer(TestHost host) => new(host, OAuthClients.Signer, OAuthClients.SignerKey);

    public static FapiClient Other(TestHost host) => new(host, OAuthClients.OtherSigner, OAuthClients.OtherSignerKey);

    /// <summary>Pushes a request; a value that is null takes a parameter away.</summary>
    public Task<Answer> PushAsync(params (string Name, string? Value)[] changes) => PushAsync([], changes);

    public Task<Answer> PushAsync(string[] proofs, params (string Name, string? Value)[] changes) => DPoPKey.PostAsync(host, "/par", proofs, Changed(
        [
            ("response_type", "code"), ("redirect_uri", client.RedirectUri), ("scope", "openid email offline_access"), ("state", "af0ifjsldkj"),
            ("code_challenge", Authorizing.Challenge), ("code_challenge_method", "S256"), .. Credentials,
        ],
        changes));

    /// <summary>What a browser brings in the place of a request that was pushed.</summary>
    public AuthorizationParameters Reference(Answer pushed)
    {
        Assert.That(pushed.Status, Is.EqualTo(201), pushed.Body);
        return new() { ClientId = client.Id, RequestUri = pushed.Member("request_uri") };
    }

    /// <summary>A code, for whoever has an account already.</summary>
    public async Task<string> CodeAsync() => await new Authorizing(host).CodeAsync(Reference(await PushAsync()));

    public Task<Answer> TokenAsync(string grantType, string[] proofs, params (string Name, string? Value)[] fields) =>
        DPoPKey.PostAsync(host, "/token", proofs, Changed([("grant_type", grantType), .. Credentials], fields));

    public Task<Answer> TokenAsync(string grantType, params (string Name, string? Value)[] fields) => TokenAsync(grantType, [Proof()], fields);

    /// <summary>Exchanges a code.</summary>
    public Task<Answer> RedeemAsync(string code, params (string Name, string? Value)[] changes) => RedeemAsync(code, [Proof()], changes);

    public Task<Answer> RedeemAsync(string code, string[] proofs, params (string Name, string? Value)[] changes) => TokenAsync(
        GrantTypes.AuthorizationCode,
        proofs,
        [.. Changed([("code", code), ("redirect_uri", client.RedirectUri), ("code_verifier", Authorizing.Verifier)], changes)]);

    public Task<Answer> RefreshAsync(string refreshToken) => TokenAsync(GrantTypes.RefreshToken, ("refresh_token", refreshToken));

    /// <summary>Signs an account in, which there may be already.</summary>
    public async Task<OAuthTokens> ObtainAsync()
    {
        await new OAuthSpeaker().RegisterAsync(host);
        return OAuthTokens.Of(await RedeemAsync(await CodeAsync()));
    }

    public string Proof() => Holder.Proof(host, "POST", "/token");

    public void Dispose() => Holder.Dispose();

    private static void Listed(Client listed, ECDsa key)
    {
        listed.Jwks = OAuthClients.Jwks(key);
        listed.Grants.Add(GrantTypes.ClientCredentials);
        listed.Scopes.Add("openid");
        listed.Scopes.Add("email");
        listed.Scopes.Add("offline_access");
        listed.Scopes.Add(OAuthClients.Read);
    }

    private static (string Name, string Value)[] Changed((string Name, string Value)[] usual, (string Name, string? Value)[] changes) =>
    [
        .. usual.Where(field => changes.All(change => change.Name != field.Name)),
        .. changes.Where(change => change.Value is not null).Select(change => (change.Name, change.Value!)),
    ];
}
