using AuthKit.Http;

namespace AuthKit.Contracts.Tests.Coverage;

/// <summary>The headings of the five documents, in their order.</summary>
internal static class DocumentedRoutes
{
    public static IReadOnlyList<DocumentedRoute> All { get; } =
    [
        new("connect", "POST", "/api/v1/authenticate/register", "model: \"username\""),
        new("connect", "POST", "/api/v1/authenticate/connect/token", "model: access_token, …") { Condition = new("grant_type", "password") },
        new("connect", "POST", "/api/v1/authenticate/connect/token", "model: error, …") { Condition = new("grant_type", "refresh_token") },

        new("laravel", "POST", "/api/v1/login", "data: token_type, …"),
        new("laravel", "POST", "/api/v1/logout", "Logout success."),
        new("laravel", "POST", "/api/v1/register", "data: token_type, …"),
        new("laravel", "POST", "/api/v1/password/email", "We have e-mailed your password reset link!"),
        new("laravel", "POST", "/api/v1/password/reset", "Your password has been reset!"),
        new("laravel", "POST", "/api/v1/token/refresh", "data: token_type, …"),

        new("message-code", "POST", "/User/Login", "Content: TokenId, …"),
        new("message-code", "GET", "/User/LoginThirdParty", "Content: TokenId, …, Type"),
        new("message-code", "POST", "/User/Register", "Resgisted Successfully."),
        new("message-code", "GET", "/User/GetUser", "Content: Email, FullName, …"),
        new("message-code", "POST", "/User/UpdateUser", "Updated Successfully."),
        new("message-code", "POST", "/User/UpdatePassword", "Updated Successfully."),
        new("message-code", "POST", "/User/RequestResetPassword", "Request successfully."),
        new("message-code", "POST", "/User/ResetPassword", "Content: NewPassword"),
        new("message-code", "POST", "/Token/Validate", "Content: Token, …"),

        new("oauth", "POST", "/register_client", "register client successfully"),
        new("oauth", "POST", "/register_user", "register user successfully"),
        new("oauth", "POST", "/token", "status, access_token, refresh_token") { Condition = new("grant_type", "authorization_code") },
        new("oauth", "POST", "/token", "status, access_token, refresh_token") { Condition = new("grant_type", "refresh") },
        new("oauth", "POST", "/api", "status, data"),

        new("tenant", "POST", "/api/auth/register", "201 Created"),
        new("tenant", "POST", "/api/auth/login", "token, refreshToken"),
        new("tenant", "POST", "/api/auth/refresh", "token, refreshToken"),
    ];
}

/// <summary>A heading of a document.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path.</param>
/// <param name="Reply">What the document prints as the reply, in short.</param>
internal sealed record DocumentedRoute(string Contract, string Method, string Path, string Reply)
{
    /// <summary>What tells it from others of the same path.</summary>
    public RowCondition? Condition { get; init; }

    public override string ToString() => $"{Contract} {Method} {Path}{(Condition is { } condition ? $" {condition.Field}={condition.Value}" : "")}";
}
