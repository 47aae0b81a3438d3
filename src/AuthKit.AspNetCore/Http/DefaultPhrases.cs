using System.Collections.Immutable;

namespace AuthKit.Http;

/// <summary>The one table of faults: what each is called where a contract's document is silent.</summary>
internal static class DefaultPhrases
{
    public static ImmutableDictionary<Fault, Phrase> Faults { get; } = new Dictionary<Fault, Phrase>
    {
        [Fault.Invalid] = new(400, "The request is not valid."),
        [Fault.Malformed] = new(400, "The request could not be read."),
        [Fault.UnsupportedMediaType] = new(415, "The content type is not supported."),
        [Fault.PayloadTooLarge] = new(413, "The request is too large."),
        [Fault.MethodNotAllowed] = new(405, "The method is not allowed."),
        [Fault.InvalidCredentials] = new(401, "The credentials are not correct."),
        [Fault.WrongPassword] = new(400, "The current password is not correct."),
        [Fault.MissingToken] = new(401, "Authentication is required."),
        [Fault.InvalidToken] = new(401, "The access token is invalid."),
        [Fault.InvalidRefreshToken] = new(401, "The refresh token is invalid."),
        [Fault.InvalidResetToken] = new(400, "The password reset token is invalid."),
        [Fault.InvalidClient] = new(401, "The client could not be authenticated."),
        [Fault.UnauthorizedClient] = new(400, "The client may not use this grant type."),
        [Fault.UnsupportedGrantType] = new(400, "The grant type is not supported."),
        [Fault.InvalidGrant] = new(400, "The code is invalid, expired or used."),
        [Fault.InvalidScope] = new(400, "The scope is invalid, unknown, or more than was granted."),
        [Fault.UnsupportedResponseType] = new(400, "The response type is not supported."),
        [Fault.InvalidRedirectUri] = new(400, "The redirect URI is not one that the client has registered."),
        [Fault.InvalidClientMetadata] = new(400, "A client cannot be registered like this."),
        [Fault.InvalidRequestUri] = new(400, "The request URI is invalid, expired or used."),
        [Fault.RequestNotSupported] = new(400, "Request objects are not supported."),
        [Fault.AccessDenied] = new(400, "Access was denied."),
        [Fault.LoginRequired] = new(400, "Somebody has to sign in first."),
        [Fault.ConsentRequired] = new(400, "The user has to consent first."),
        [Fault.AuthorizationPending] = new(400, "The user has not decided yet."),
        [Fault.SlowDown] = new(400, "This is asked too often."),
        [Fault.ExpiredDeviceCode] = new(400, "The device code has expired."),
        [Fault.InsufficientScope] = new(403, "The access token does not cover this."),
        [Fault.InvalidExternalToken] = new(401, "The provider's access token is invalid."),
        [Fault.ProviderUnavailable] = new(503, "The provider could not be reached. Try again later."),
        [Fault.NotFound] = new(404, "There is no such account."),
        [Fault.Conflict] = new(409, "The account was changed at the same time. Try again."),
        [Fault.TooManyRequests] = new(429, "Too many requests. Try again later."),
        [Fault.Busy] = new(503, "The server is busy. Try again later."),
        [Fault.StoreUnavailable] = new(503, "The service is unavailable. Try again later."),
        [Fault.Unexpected] = new(500, "An unexpected error occurred. Try again later."),
        [Fault.Cancelled] = new(499, "The request was cancelled."),
    }.ToImmutableDictionary();

    public static ImmutableDictionary<(string Field, Rule Rule), string> Rules { get; } = new Dictionary<Rule, string>
    {
        [Rule.Required] = "The {field} field is required.",
        [Rule.Text] = "The {field} must be a string.",
        [Rule.Email] = "The {field} must be a valid email address.",
        [Rule.TooShort] = "The {field} must be at least {limit} characters.",
        [Rule.TooLong] = "The {field} may not be greater than {limit} characters.",
        [Rule.Characters] = "The {field} contains characters that are not allowed.",
        [Rule.Taken] = "The {field} has already been taken.",
        [Rule.Digit] = "The {field} must contain at least one digit.",
        [Rule.Symbol] = "The {field} must contain at least one special character.",
        [Rule.Common] = "The {field} is too common.",
        [Rule.Personal] = "The {field} is too similar to the account's own name or address.",
        [Rule.Confirmed] = "The {field} confirmation does not match.",
        [Rule.Unknown] = "The {field} is invalid.",
    }.ToImmutableDictionary(rule => ("", rule.Key), rule => rule.Value)
        .Add((Field.Password, Rule.TooLong), "The {field} may not be greater than {limit} bytes.")
        .Add((Field.NewPassword, Rule.TooLong), "The {field} may not be greater than {limit} bytes.");
}
