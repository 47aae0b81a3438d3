using AuthKit.AuthorizationServer.Requests;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>Document 003.</summary>
internal sealed class OAuthSpeaker : Speaker
{
    public override string Contract => "oauth";

    public override Task<Answer> RegisterAsync(TestHost host, string email = Email, string password = Password) =>
        host.PostFormAsync("/register_user", ("email", email), ("password", password), ("firstname", "Anna"), ("lastname", "Example"), ("phone", "0123456789"));

    /// <summary>Signs the account in to the shop. Whoever may not sign in has no code to redeem.</summary>
    public override async Task<Answer> SignInAsync(TestHost host, string email = Email, string password = Password)
    {
        var step = (await new Authorizing(host).AskAsync(Authorizing.RequestOf(OAuthClients.Shop), email, password)).Value;
        return await RedeemAsync(host, OAuthClients.Shop, step is AuthorizationGranted granted ? granted.Code : "none");
    }

    public static Task<Answer> RedeemAsync(TestHost host, OAuthClient client, string code, params (string Name, string Value)[] more) =>
        TokenAsync(host, client, "authorization_code", [("code", code), ("redirect_uri", client.RedirectUri), .. Proof(client), .. more]);

    public static Task<Answer> RefreshAsync(TestHost host, OAuthClient client, string refreshToken, params (string Name, string Value)[] more) =>
        TokenAsync(host, client, "refresh_token", [("refresh_token", refreshToken), .. more]);

    public static Task<Answer> AuthorizeDeviceAsync(TestHost host, OAuthClient client, string scope = "openid offline_access") =>
        host.PostFormAsync("/device_authorization", [("scope", scope), .. client.Fields]);

    public static Task<Answer> PollAsync(TestHost host, OAuthClient client, string deviceCode) =>
        TokenAsync(host, client, "urn:ietf:params:oauth:grant-type:device_code", ("device_code", deviceCode));

    public static Task<Answer> TokenAsync(TestHost host, OAuthClient client, string grantType, params (string Name, string Value)[] fields) =>
        host.PostFormAsync("/token", [("grant_type", grantType), .. client.Fields, .. fields]);

    public static Task<Answer> IntrospectAsync(TestHost host, OAuthClient client, string token) =>
        host.PostFormAsync("/introspect", [("token", token), .. client.Fields]);

    public static Task<Answer> RevokeAsync(TestHost host, OAuthClient client, string token) =>
        host.PostFormAsync("/revoke", [("token", token), .. client.Fields]);

    public static Task<Answer> UserInfoAsync(TestHost host, string accessToken) => host.GetAsync("/userinfo", Requests.Bearer(accessToken));

    private static (string Name, string Value)[] Proof(OAuthClient client) => client.Secret is null ? [("code_verifier", Authorizing.Verifier)] : [];
}
