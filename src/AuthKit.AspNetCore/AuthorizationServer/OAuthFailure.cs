using System.Text.Json.Serialization;

namespace AuthKit.AuthorizationServer;

/// <summary>An error as RFC 6749 §5.2 has it.</summary>
internal sealed record OAuthFailure(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string? ErrorDescription)
{
    public static OAuthFailure Of(Failure failure, string sentence) => new(Code(failure.Fault), sentence);

    /// <summary>The codes of RFC 6749 §4.1.2.1 and §5.2, RFC 6750 §3.1, RFC 7591 §3.2.2, RFC 8628 §3.5, RFC 9126 §2.3 and OpenID Connect Core 1.0 §3.1.2.6.</summary>
    public static string Code(Fault fault) => fault switch
    {
        Fault.InvalidGrant or Fault.InvalidRefreshToken => "invalid_grant",
        Fault.InvalidClient => "invalid_client",
        Fault.UnauthorizedClient => "unauthorized_client",
        Fault.UnsupportedGrantType => "unsupported_grant_type",
        Fault.UnsupportedResponseType => "unsupported_response_type",
        Fault.InvalidScope => "invalid_scope",
        Fault.InsufficientScope => "insufficient_scope",
        Fault.InvalidToken or Fault.MissingToken => "invalid_token",
        Fault.InvalidRedirectUri => "invalid_redirect_uri",
        Fault.InvalidClientMetadata => "invalid_client_metadata",
        Fault.InvalidRequestUri => "invalid_request_uri",
        Fault.RequestNotSupported => "request_not_supported",
        Fault.AccessDenied => "access_denied",
        Fault.LoginRequired => "login_required",
        Fault.ConsentRequired => "consent_required",
        Fault.AuthorizationPending => "authorization_pending",
        Fault.SlowDown => "slow_down",
        Fault.ExpiredDeviceCode => "expired_token",
        Fault.StoreUnavailable or Fault.Busy or Fault.TooManyRequests => "temporarily_unavailable",
        Fault.Unexpected => "server_error",
        _ => "invalid_request",
    };
}
