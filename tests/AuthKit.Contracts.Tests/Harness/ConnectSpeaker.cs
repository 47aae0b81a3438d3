namespace AuthKit.Contracts.Tests.Harness;

/// <summary>Document 000.</summary>
internal sealed class ConnectSpeaker : Speaker
{
    private const string TokenPath = "/api/v1/authenticate/connect/token";

    public override string Contract => "connect";

    public override Task<Answer> RegisterAsync(TestHost host, string email = Email, string password = Password) =>
        host.PostJsonAsync("/api/v1/authenticate/register", $$"""{"email":"{{email}}","password":"{{password}}"}""");

    public override Task<Answer> SignInAsync(TestHost host, string email = Email, string password = Password) =>
        host.PostFormAsync(TokenPath, ("grant_type", "password"), ("username", email), ("password", password), ("client_id", "quickstart"), ("client_secret", "quickstart-secret"), ("scope", "openid offline_access"));

    public static Task<Answer> RefreshAsync(TestHost host, string token) =>
        host.PostFormAsync(TokenPath, ("grant_type", "refresh_token"), ("client_id", "quickstart"), ("client_secret", "quickstart-secret"), ("refresh_token", token), ("redirect_uri", ""));
}
