namespace AuthKit.Contracts.Tests.Harness;

/// <summary>AuthKit's own contract.</summary>
internal sealed class AccountSpeaker : Speaker
{
    public override string Contract => "account";

    public override Task<Answer> RegisterAsync(TestHost host, string email = Email, string password = Password) =>
        host.PostJsonAsync("/account/register", $$"""{"email":"{{email}}","password":"{{password}}"}""");

    public override Task<Answer> SignInAsync(TestHost host, string email = Email, string password = Password) =>
        host.PostJsonAsync("/account/login", $$"""{"email":"{{email}}","password":"{{password}}"}""");
}
