namespace AuthKit;

/// <summary>What kept a flow, or the edge before it, from giving a value. A contract's phrasebook turns each into a status and a sentence.</summary>
public enum Fault
{
    /// <summary>One or more fields break a rule; <see cref="Failure.BrokenRules"/> names them.</summary>
    Invalid,

    /// <summary>The request cannot be read: not the documented syntax, or a field sent twice.</summary>
    Malformed,

    /// <summary>The request's media type or charset is not one that the route reads.</summary>
    UnsupportedMediaType,

    /// <summary>The request's body is larger than the edge accepts.</summary>
    PayloadTooLarge,

    /// <summary>The route exists, but not for this method.</summary>
    MethodNotAllowed,

    /// <summary>Unknown account, wrong password, locked account: told apart nowhere.</summary>
    InvalidCredentials,

    /// <summary>A signed-in caller gave a wrong current password.</summary>
    WrongPassword,

    /// <summary>No access token was sent.</summary>
    MissingToken,

    /// <summary>The access token is malformed, foreign, expired, or its session has ended.</summary>
    InvalidToken,

    /// <summary>The refresh token is unknown, expired, replayed, or another client's.</summary>
    InvalidRefreshToken,

    /// <summary>The password reset token is unknown, expired or used.</summary>
    InvalidResetToken,

    /// <summary>Client authentication failed (RFC 6749 §5.2, <c>invalid_client</c>).</summary>
    InvalidClient,

    /// <summary>The client may not use this grant (RFC 6749 §5.2, <c>unauthorized_client</c>).</summary>
    UnauthorizedClient,

    /// <summary>The grant type is missing from the request's table of grants (RFC 6749 §5.2, <c>unsupported_grant_type</c>).</summary>
    UnsupportedGrantType,

    /// <summary>The authorization code or device code is unknown, expired, used, or another client's (RFC 6749 §5.2, <c>invalid_grant</c>).</summary>
    InvalidGrant,

    /// <summary>The scope is unknown here, or more than was granted (RFC 6749 §5.2, <c>invalid_scope</c>).</summary>
    InvalidScope,

    /// <summary>The response type is not <c>code</c> (RFC 6749 §4.1.2.1, <c>unsupported_response_type</c>).</summary>
    UnsupportedResponseType,

    /// <summary>The address to be sent back to is not one that the client registered (RFC 6749 §3.1.2.4), or none that may be (RFC 7591 §3.2.2, <c>invalid_redirect_uri</c>).</summary>
    InvalidRedirectUri,

    /// <summary>A client's registration cannot be as it is asked for (RFC 7591 §3.2.2, <c>invalid_client_metadata</c>).</summary>
    InvalidClientMetadata,

    /// <summary>The pushed authorization request is unknown, used, expired, or another client's (RFC 9126 §2.2, <c>invalid_request_uri</c>).</summary>
    InvalidRequestUri,

    /// <summary>Request objects are not taken (OpenID Connect Core 1.0 §3.1.2.6, <c>request_not_supported</c>).</summary>
    RequestNotSupported,

    /// <summary>The user said no (RFC 6749 §4.1.2.1, <c>access_denied</c>).</summary>
    AccessDenied,

    /// <summary>Somebody would have to sign in, and the request allows no page (OpenID Connect Core 1.0 §3.1.2.6, <c>login_required</c>).</summary>
    LoginRequired,

    /// <summary>The user would have to consent, and the request allows no page (OpenID Connect Core 1.0 §3.1.2.6, <c>consent_required</c>).</summary>
    ConsentRequired,

    /// <summary>The user has not decided yet (RFC 8628 §3.5, <c>authorization_pending</c>).</summary>
    AuthorizationPending,

    /// <summary>The device asks too often (RFC 8628 §3.5, <c>slow_down</c>).</summary>
    SlowDown,

    /// <summary>The device code has expired (RFC 8628 §3.5, <c>expired_token</c>).</summary>
    ExpiredDeviceCode,

    /// <summary>The access token's scope does not cover this (RFC 6750 §3.1, <c>insufficient_scope</c>).</summary>
    InsufficientScope,

    /// <summary>The external provider's token is not valid for this application.</summary>
    InvalidExternalToken,

    /// <summary>The external provider could not be asked.</summary>
    ProviderUnavailable,

    /// <summary>There is no such thing for this caller.</summary>
    NotFound,

    /// <summary>The record changed between reading and writing; asking again may succeed.</summary>
    Conflict,

    /// <summary>Too many requests from this address.</summary>
    TooManyRequests,

    /// <summary>More password hashes are wanted than the process may compute at once.</summary>
    Busy,

    /// <summary>The store cannot be reached.</summary>
    StoreUnavailable,

    /// <summary>An error of the library's or the host's own; the log has it.</summary>
    Unexpected,

    /// <summary>The caller went away before there was an answer.</summary>
    Cancelled,
}
