using System.Buffers.Text;
using System.Security.Cryptography;
using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Clients;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>The clients of document 003 that every test's host lists.</summary>
internal static class OAuthClients
{
    /// <summary>Opens client registration.</summary>
    public const string InitialAccessToken = "initial-access-token";

    /// <summary>The host's own interface, which nobody but its server speaks.</summary>
    public const string Read = "orders.read", Write = "orders.write";

    /// <summary>A confidential client of somebody else's.</summary>
    public static OAuthClient Shop { get; } = new("shop", "shop-secret", "https://shop.example/callback");

    /// <summary>Another.</summary>
    public static OAuthClient Mall { get; } = new("mall", "mall-secret", "https://mall.example/callback");

    /// <summary>A public client: an app that listens on the loopback interface.</summary>
    public static OAuthClient App { get; } = new("app", null, "http://127.0.0.1/callback");

    /// <summary>The host's own.</summary>
    public static OAuthClient House { get; } = new("house", "house-secret", "https://auth.example/callback");

    /// <summary>A client that speaks for itself.</summary>
    public static OAuthClient Robot { get; } = new("robot", "robot-secret", "https://robot.example/callback");

    /// <summary>A client that signs its assertions.</summary>
    public static OAuthClient Signer { get; } = new("signer", null, "https://signer.example/callback");

    /// <summary>Another.</summary>
    public static OAuthClient OtherSigner { get; } = new("other-signer", null, "https://other-signer.example/callback");

    /// <summary>Two clients of one sector, and one of another, none of which may connect users with what others know of them.</summary>
    public static OAuthClient Clinic { get; } = new("clinic", "clinic-secret", "https://clinic.example/callback");

    public static OAuthClient Ward { get; } = new("ward", "ward-secret", "https://clinic.example/ward");

    public static OAuthClient Insurer { get; } = new("insurer", "insurer-secret", "https://insurer.example/callback");

    /// <summary>The key that <see cref="Signer"/> signs with.</summary>
    public static ECDsa SignerKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The key that <see cref="OtherSigner"/> signs with.</summary>
    public static ECDsa OtherSignerKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static void Register(AuthKitOptions options)
    {
        options.OAuth.InitialAccessTokens.Add(InitialAccessToken);
        options.OAuth.Scopes.Add(new ApiScope { Name = Read, Description = "See your orders" });
        options.OAuth.Scopes.Add(new ApiScope { Name = Write });
        options.Clients.Add(Shop.Listed(client => client.Name = "The Shop"));
        options.Clients.Add(Mall.Listed());
        options.Clients.Add(App.Listed(client => client.RedirectUris.Add("http://[::1]/callback")));
        options.Clients.Add(House.Listed(client => client.FirstParty = true));
        options.Clients.Add(Robot.Listed(Robots));
        options.Clients.Add(Signer.Listed(client => client.Jwks = Jwks(SignerKey)));
        options.Clients.Add(OtherSigner.Listed(client => client.Jwks = Jwks(OtherSignerKey)));
        foreach (var pairwise in new[] { Clinic, Ward, Insurer })
            options.Clients.Add(pairwise.Listed(client => client.Pairwise = true));
    }

    /// <summary>A key set of one public key.</summary>
    public static string Jwks(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return $$"""{"keys":[{"kty":"EC","crv":"P-256","x":"{{Base64Url.EncodeToString(point.X)}}","y":"{{Base64Url.EncodeToString(point.Y)}}"}]}""";
    }

    private static void Robots(Client client)
    {
        client.Grants.Clear();
        client.Grants.Add(GrantTypes.ClientCredentials);
        client.Scopes.Add(Read);
        client.Scopes.Add(Write);
        client.MayIntrospect = true;
    }
}
