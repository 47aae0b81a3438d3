namespace AuthKit.Contracts.Tests.Harness;

/// <summary>Document 002.</summary>
internal sealed class MessageCodeSpeaker : Speaker
{
    public override string Contract => "message-code";

    public override Task<Answer> RegisterAsync(TestHost host, string email = Email, string password = Password) =>
        host.PostJsonAsync("/User/Register", $$"""[{"Email":"{{email}}","Password":"{{password}}"}]""");

    public override Task<Answer> SignInAsync(TestHost host, string email = Email, string password = Password) =>
        host.PostJsonAsync("/User/Login", $$"""[{"Email":"{{email}}","Password":"{{password}}"}]""");

    public static Task<Answer> GetUserAsync(TestHost host, string accessToken, string email = "") =>
        host.GetAsync($"/User/GetUser?email={email}", Requests.Bearer(accessToken));

    public static Task<Answer> UpdatePasswordAsync(TestHost host, string accessToken, string old, string @new) =>
        host.PostJsonAsync("/User/UpdatePassword", $$"""[{"OldPassword":"{{old}}","NewPassword":"{{@new}}"}]""", Requests.Bearer(accessToken));

    public static Task<Answer> UpdateUserAsync(TestHost host, string accessToken, string fullName) =>
        host.PostJsonAsync("/User/UpdateUser", $$"""[{"FullName":"{{fullName}}"}]""", Requests.Bearer(accessToken));

    public static Task<Answer> RequestResetAsync(TestHost host, string email = Email) =>
        host.PostJsonAsync("/User/RequestResetPassword", $$"""[{"Email":"{{email}}"}]""");

    public static Task<Answer> ThirdPartyAsync(TestHost host, int type, string providerToken) =>
        host.PostJsonAsync("/User/LoginThirdParty", $$"""[{"access_token":"{{providerToken}}","type":"{{type}}"}]""");

    public static Task<Answer> ValidateAsync(TestHost host, string accessToken) =>
        host.PostJsonAsync("/Token/Validate", $$"""{"TokenID":"{{accessToken}}"}""");
}
