namespace AuthKit.Contracts.Tests.Harness;

/// <summary>Document 001.</summary>
internal sealed class LaravelSpeaker : Speaker
{
    public override string Contract => "laravel";

    public override Task<Answer> RegisterAsync(TestHost host, string email = Email, string password = Password) =>
        host.PostJsonAsync("/api/v1/register", $$"""{"name":"Anna","email":"{{email}}","password":"{{password}}"}""");

    public override Task<Answer> SignInAsync(TestHost host, string email = Email, string password = Password) =>
        host.PostJsonAsync("/api/v1/login", $$"""{"email":"{{email}}","password":"{{password}}"}""");

    public static Task<Answer> SignInWithAsync(TestHost host, string password, params (string Name, string Value)[] headers) =>
        host.PostJsonAsync("/api/v1/login", $$"""{"email":"{{Email}}","password":"{{password}}"}""", headers);

    public static Task<Answer> RefreshAsync(TestHost host, string token) =>
        host.PostJsonAsync("/api/v1/token/refresh", $$"""{"refresh_token":"{{token}}"}""");

    public static Task<Answer> LogoutAsync(TestHost host, string accessToken) =>
        host.PostJsonAsync("/api/v1/logout", "{}", Requests.Bearer(accessToken));

    public static Task<Answer> RequestResetAsync(TestHost host, string email = Email) =>
        host.PostJsonAsync("/api/v1/password/email", $$"""{"email":"{{email}}"}""");

    /// <summary>Resets a password as whoever reads the address's mail.</summary>
    public static async Task ResetByMailAsync(TestHost host, string password, string email = Email)
    {
        await RequestResetAsync(host, email);
        var answer = await ResetAsync(host, await host.Mails.NextTokenAsync(email), password, email);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
    }

    public static Task<Answer> ResetAsync(TestHost host, string token, string password, string email = Email) =>
        host.PostJsonAsync("/api/v1/password/reset", $$"""{"token":"{{token}}","email":"{{email}}","password":"{{password}}"}""");
}
