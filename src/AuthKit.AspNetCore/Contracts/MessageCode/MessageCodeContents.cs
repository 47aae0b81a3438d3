using System.Text.Json.Serialization;

namespace AuthKit.Contracts.MessageCode;

// The members' names and order are the document's. Status "R" and type "N" are the only values it prints.

internal sealed record SignInContent(
    [property: JsonPropertyName("TokenId")] string TokenId,
    [property: JsonPropertyName("Email")] string Email,
    [property: JsonPropertyName("ExpiredTime")] DateTimeOffset ExpiredTime,
    [property: JsonPropertyName("Status")] string Status);

internal sealed record ThirdPartyContent(
    [property: JsonPropertyName("TokenId")] string TokenId,
    [property: JsonPropertyName("Email")] string Email,
    [property: JsonPropertyName("ExpiredTime")] DateTimeOffset ExpiredTime,
    [property: JsonPropertyName("Status")] string Status,
    [property: JsonPropertyName("Type")] string Type);

internal sealed record RegistrationContent(
    [property: JsonPropertyName("Email")] string Email,
    [property: JsonPropertyName("Password")] string Password);

internal sealed record ProfileContent(
    [property: JsonPropertyName("Email")] string Email,
    [property: JsonPropertyName("FullName")] string? FullName,
    [property: JsonPropertyName("EmailValidate")] string EmailValidate,
    [property: JsonPropertyName("Phone")] string? Phone,
    [property: JsonPropertyName("Address")] string? Address);

internal sealed record ResetRequestContent(
    [property: JsonPropertyName("TokenId")] string TokenId,
    [property: JsonPropertyName("ExpiredTime")] DateTimeOffset ExpiredTime);

internal sealed record ResetContent(
    [property: JsonPropertyName("NewPassword")] string? NewPassword);

internal sealed record ValidationContent(
    [property: JsonPropertyName("Token")] string Token,
    [property: JsonPropertyName("UserName")] string UserName,
    [property: JsonPropertyName("ExpiredTime")] DateTimeOffset ExpiredTime,
    [property: JsonPropertyName("Status")] string Status,
    [property: JsonPropertyName("Type")] string Type);
