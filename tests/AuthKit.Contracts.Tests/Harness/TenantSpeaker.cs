namespace AuthKit.Contracts.Tests.Harness;

/// <summary>Document 004; its accounts live in the tenant <c>demo</c>.</summary>
internal sealed class TenantSpeaker : Speaker
{
    public override string Contract => "tenant";

    public override Task<Answer> RegisterAsync(TestHost host, string email = Email, string password = Password) =>
        RegisterInAsync(host, "demo", email, password);

    public override Task<Answer> SignInAsync(TestHost host, string email = Email, string password = Password) =>
        host.PostJsonAsync("/api/auth/login", $$"""{"email":"{{email}}","password":"{{password}}"}""");

    public static Task<Answer> RegisterInAsync(TestHost host, string tenant, string email = Email, string password = Password) =>
        host.PostJsonAsync("/api/auth/register", $$"""
            {"email":"{{email}}","password":"{{password}}","db":{"connectionString":"{{tenant}}","keyIdentifier":"{{host.Databases.KeyIdentifier}}" } }
            """);

    public static Task<Answer> RefreshAsync(TestHost host, string accessToken, string refreshToken) =>
        host.PostJsonAsync("/api/auth/refresh", $$"""{"Token":"{{accessToken}}","RefreshToken":"{{refreshToken}}"}""");
}
