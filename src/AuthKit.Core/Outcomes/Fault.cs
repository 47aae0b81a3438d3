namespace AuthKit;

/// <summary>
/// What kept a flow, or the edge before it, from giving a value. Flows know it by its name alone; the status, the sentence
/// and the OAuth error that stand with it are those of a contract whose document says nothing of it.
/// </summary>
/// <remarks>The set is open: a feature or a host fails in words of its own, which every contract knows by the fault that they are <see cref="Like"/>.</remarks>
public sealed record Fault
{
    /// <summary>A fault beside those that AuthKit knows.</summary>
    /// <param name="code">Its name, by which faults are told apart: lower-case words joined by underscores.</param>
    /// <param name="like">The fault whose status, OAuth error and sentences stand in where a contract or a page has none for this one.</param>
    /// <param name="sentence">What is said of it in English where a contract has no sentence; null where that of <paramref name="like"/> will do.</param>
    public Fault(string code, Fault like, string? sentence = null) =>
        (Code, Like, Status, Sentence, OAuthError) = (code, like, like.Status, sentence ?? like.Sentence, like.OAuthError);

    private Fault(string code, int status, string sentence, string oauthError = "invalid_request") =>
        (Code, Status, Sentence, OAuthError) = (code, status, sentence, oauthError);

    private Fault(string code, Fault like, string sentence, string oauthError) =>
        (Code, Like, Status, Sentence, OAuthError) = (code, like, like.Status, sentence, oauthError);

    /// <summary>Its name: lower-case words joined by underscores.</summary>
    public string Code { get; }

    /// <summary>The fault that stands in for it; null for those that AuthKit knows.</summary>
    public Fault? Like { get; }

    /// <summary>The HTTP status, unless a contract says otherwise.</summary>
    public int Status { get; }

    /// <summary>The sentence, unless a contract says otherwise.</summary>
    public string Sentence { get; }

    /// <summary>The OAuth error: of RFC 6749 §4.1.2.1 and §5.2, RFC 6750 §3.1, RFC 7591 §3.2.2, RFC 8628 §3.5, RFC 8693 §2.2.2, RFC 8707 §2, RFC 9126 §2.3, RFC 9449 §5 and §8, RFC 9470 §3 or OpenID Connect Core 1.0 §3.1.2.6.</summary>
    public string OAuthError { get; }

    /// <summary>What failures with a fault of a feature's or the host's own may carry for going on: the type of their <see cref="Failure.Detail"/>, for API descriptions.</summary>
    /// <value>Default: null, which is nothing. Of those that AuthKit knows, descriptions tell by themselves.</value>
    public Type? DetailType { get; init; }

    /// <summary>One or more fields break a rule; <see cref="Failure.BrokenRules"/> names them.</summary>
    public static Fault Invalid { get; } = new("invalid", 400, "The request is not valid.");

    /// <summary>The request cannot be read: not the documented syntax, or a field sent twice.</summary>
    public static Fault Malformed { get; } = new("malformed", 400, "The request could not be read.");

    /// <summary>The request's media type or charset is not one that the route reads.</summary>
    public static Fault UnsupportedMediaType { get; } = new("unsupported_media_type", 415, "The content type is not supported.");

    /// <summary>The request's body is larger than the edge accepts.</summary>
    public static Fault PayloadTooLarge { get; } = new("payload_too_large", 413, "The request is too large.");

    /// <summary>The request's body did not come, or came too slowly.</summary>
    public static Fault RequestTimeout { get; } = new("request_timeout", 408, "The request took too long to arrive.");

    /// <summary>The route exists, but not for this method.</summary>
    public static Fault MethodNotAllowed { get; } = new("method_not_allowed", 405, "The method is not allowed.");

    /// <summary>Unknown account, wrong password, locked account: told apart nowhere.</summary>
    public static Fault InvalidCredentials { get; } = new("invalid_credentials", 401, "The credentials are not correct.");

    /// <summary>The password is right, and nobody has confirmed yet that they own the account's e-mail address (<see cref="Users.AccountOptions.RequireConfirmedEmail"/>). It is said after the right password alone.</summary>
    public static Fault EmailNotConfirmed { get; } = new("email_not_confirmed", 403, "The e-mail address is not confirmed yet. Open the link that was e-mailed to it, then sign in again.", "access_denied");

    /// <summary>The password is right, or whatever else proves who asks, and an administrator has shut the account (<see cref="Users.User.DisabledAt"/>). It is said after the proof alone.</summary>
    public static Fault AccountDisabled { get; } = new("account_disabled", 403, "This account is disabled.", "access_denied");

    /// <summary>
    /// The account has a second factor, which has yet to be proved (<c>interaction_required</c>, OpenID Connect Core 1.0 §3.1.2.6):
    /// <see cref="Failure.Detail"/> is a <see cref="SignIns.SecondFactorChallenge"/>.
    /// </summary>
    public static Fault SecondFactorRequired { get; } = new("second_factor_required", 401, "A second factor is required.", "interaction_required");

    /// <summary>The code, or whatever else was to prove the second factor, is not right or has been used.</summary>
    public static Fault InvalidSecondFactor { get; } = new("invalid_second_factor", 401, "The code is not correct.", "invalid_grant");

    /// <summary>The challenge is unknown, expired, used, guessed at too often, or another client's: the sign-in has to begin anew.</summary>
    public static Fault InvalidChallenge { get; } = new("invalid_challenge", 401, "This sign-in has expired. Sign in again.", "invalid_grant");

    /// <summary>
    /// Whoever the access token speaks for has to prove again who they are (RFC 9470 §3, <c>insufficient_user_authentication</c>): their last proof is
    /// too long ago, or was of one factor where the account has two. <see cref="Failure.Detail"/> is a <see cref="SignIns.WantedProof"/>.
    /// </summary>
    public static Fault ProofRequired { get; } = new("proof_required", 401, "Prove again who you are.", "insufficient_user_authentication");

    /// <summary>A signed-in caller gave a wrong current password.</summary>
    public static Fault WrongPassword { get; } = new("wrong_password", 400, "The current password is not correct.");

    /// <summary>No access token was sent.</summary>
    public static Fault MissingToken { get; } = new("missing_token", 401, "Authentication is required.", "invalid_token");

    /// <summary>The access token is malformed, foreign, expired, or its session has ended.</summary>
    public static Fault InvalidToken { get; } = new("invalid_token", 401, "The access token is invalid.", "invalid_token");

    /// <summary>The access token is bound to a key, and the request does not prove that its sender holds it (RFC 9449 §7.1, <c>invalid_dpop_proof</c>).</summary>
    public static Fault InvalidTokenProof { get; } = new("invalid_token_proof", InvalidToken, "The proof of possession is missing or invalid.", "invalid_dpop_proof");

    /// <summary>The proof beside the access token has to carry a nonce of the server's (RFC 9449 §9, <c>use_dpop_nonce</c>).</summary>
    public static Fault TokenNonceRequired { get; } = new("token_nonce_required", InvalidToken, "The proof of possession has to carry the nonce in the DPoP-Nonce header.", "use_dpop_nonce");

    /// <summary>The request for tokens has no proof of possession that counts (RFC 9449 §5, <c>invalid_dpop_proof</c>).</summary>
    public static Fault InvalidDPoPProof { get; } = new("invalid_dpop_proof", 400, "The DPoP proof is missing or invalid.", "invalid_dpop_proof");

    /// <summary>The proof of possession has to carry a nonce of the server's (RFC 9449 §8, <c>use_dpop_nonce</c>).</summary>
    public static Fault UseDPoPNonce { get; } = new("use_dpop_nonce", 400, "The DPoP proof has to carry the nonce in the DPoP-Nonce header.", "use_dpop_nonce");

    /// <summary>The client's tokens are bound to its certificate, and the connection has none (RFC 8705 §3.4).</summary>
    public static Fault CertificateRequired { get; } = new("certificate_required", 400, "The connection has no client certificate.");

    /// <summary>A token that is to be exchanged does not count, or the host's policy does not let this client exchange it (RFC 8693 §2.2.2, <c>invalid_request</c>).</summary>
    public static Fault InvalidExchange { get; } = new("invalid_exchange", 400, "The subject token or the actor token is invalid, or may not be exchanged.");

    /// <summary>The refresh token is unknown, expired, replayed, or another client's.</summary>
    public static Fault InvalidRefreshToken { get; } = new("invalid_refresh_token", 401, "The refresh token is invalid.", "invalid_grant");

    /// <summary>The password reset token is unknown, expired or used.</summary>
    public static Fault InvalidResetToken { get; } = new("invalid_reset_token", 400, "The password reset token is invalid.");

    /// <summary>Client authentication failed (RFC 6749 §5.2, <c>invalid_client</c>).</summary>
    public static Fault InvalidClient { get; } = new("invalid_client", 401, "The client could not be authenticated.", "invalid_client");

    /// <summary>The client may not use this grant (RFC 6749 §5.2, <c>unauthorized_client</c>).</summary>
    public static Fault UnauthorizedClient { get; } = new("unauthorized_client", 400, "The client may not use this grant type.", "unauthorized_client");

    /// <summary>The grant type is missing from the request's table of grants (RFC 6749 §5.2, <c>unsupported_grant_type</c>).</summary>
    public static Fault UnsupportedGrantType { get; } = new("unsupported_grant_type", 400, "The grant type is not supported.", "unsupported_grant_type");

    /// <summary>The authorization code or device code is unknown, expired, used, or another client's (RFC 6749 §5.2, <c>invalid_grant</c>).</summary>
    public static Fault InvalidGrant { get; } = new("invalid_grant", 400, "The code is invalid, expired or used.", "invalid_grant");

    /// <summary>The scope is unknown here, or more than was granted (RFC 6749 §5.2, <c>invalid_scope</c>).</summary>
    public static Fault InvalidScope { get; } = new("invalid_scope", 400, "The scope is invalid, unknown, or more than was granted.", "invalid_scope");

    /// <summary>An authorization detail is unknown here, malformed, or refused by its type (RFC 9396 §5, <c>invalid_authorization_details</c>).</summary>
    public static Fault InvalidAuthorizationDetails { get; } = new("invalid_authorization_details", 400, "The authorization details are unknown, malformed, or not to be had.", "invalid_authorization_details");

    /// <summary>The interface that a token is asked for is unknown, malformed, or more than was granted (RFC 8707 §2, RFC 8693 §2.2.2, <c>invalid_target</c>).</summary>
    public static Fault InvalidTarget { get; } = new("invalid_target", 400, "The resource is invalid, unknown, or more than was granted.", "invalid_target");

    /// <summary>The response type is not <c>code</c> (RFC 6749 §4.1.2.1, <c>unsupported_response_type</c>).</summary>
    public static Fault UnsupportedResponseType { get; } = new("unsupported_response_type", 400, "The response type is not supported.", "unsupported_response_type");

    /// <summary>The address to be sent back to is not one that the client registered (RFC 6749 §3.1.2.4), or none that may be (RFC 7591 §3.2.2, <c>invalid_redirect_uri</c>).</summary>
    public static Fault InvalidRedirectUri { get; } = new("invalid_redirect_uri", 400, "The redirect URI is not one that the client has registered.", "invalid_redirect_uri");

    /// <summary>A client's registration cannot be as it is asked for (RFC 7591 §3.2.2, <c>invalid_client_metadata</c>).</summary>
    public static Fault InvalidClientMetadata { get; } = new("invalid_client_metadata", 400, "A client cannot be registered like this.", "invalid_client_metadata");

    /// <summary>The pushed authorization request is unknown, used, expired, or another client's (RFC 9126 §2.2, <c>invalid_request_uri</c>).</summary>
    public static Fault InvalidRequestUri { get; } = new("invalid_request_uri", 400, "The request URI is invalid, expired or used.", "invalid_request_uri");

    /// <summary>Request objects are not taken from a client without keys (OpenID Connect Core 1.0 §3.1.2.6, <c>request_not_supported</c>).</summary>
    public static Fault RequestNotSupported { get; } = new("request_not_supported", 400, "Request objects are not supported.", "request_not_supported");

    /// <summary>Request objects are not fetched from where they are (OpenID Connect Core 1.0 §3.1.2.6, <c>request_uri_not_supported</c>).</summary>
    public static Fault RequestUriNotSupported { get; } = new("request_uri_not_supported", 400, "Request objects are not fetched from addresses.", "request_uri_not_supported");

    /// <summary>The request object is not signed by its client, not for this server, not for now, or says what it may not (RFC 9101 §7, <c>invalid_request_object</c>).</summary>
    public static Fault InvalidRequestObject { get; } = new("invalid_request_object", 400, "The request object is invalid.", "invalid_request_object");

    /// <summary>The user said no (RFC 6749 §4.1.2.1, <c>access_denied</c>).</summary>
    public static Fault AccessDenied { get; } = new("access_denied", 400, "Access was denied.", "access_denied");

    /// <summary>Somebody would have to sign in, and the request allows no page (OpenID Connect Core 1.0 §3.1.2.6, <c>login_required</c>).</summary>
    public static Fault LoginRequired { get; } = new("login_required", 400, "Somebody has to sign in first.", "login_required");

    /// <summary>The user has not signed in by a way that the client cannot do without (OpenID Connect Core Unmet Authentication Requirements 1.0, <c>unmet_authentication_requirements</c>).</summary>
    public static Fault UnmetAuthenticationRequirements { get; } = new("unmet_authentication_requirements", 400, "The user cannot sign in as strongly as is required.", "unmet_authentication_requirements");

    /// <summary>The user would have to consent, and the request allows no page (OpenID Connect Core 1.0 §3.1.2.6, <c>consent_required</c>).</summary>
    public static Fault ConsentRequired { get; } = new("consent_required", 400, "The user has to consent first.", "consent_required");

    /// <summary>The user has not decided yet (RFC 8628 §3.5, <c>authorization_pending</c>).</summary>
    public static Fault AuthorizationPending { get; } = new("authorization_pending", 400, "The user has not decided yet.", "authorization_pending");

    /// <summary>The device asks too often (RFC 8628 §3.5, <c>slow_down</c>).</summary>
    public static Fault SlowDown { get; } = new("slow_down", 400, "This is asked too often.", "slow_down");

    /// <summary>The device code has expired (RFC 8628 §3.5, <c>expired_token</c>).</summary>
    public static Fault ExpiredDeviceCode { get; } = new("expired_device_code", 400, "The device code has expired.", "expired_token");

    /// <summary>The access token's scope does not cover this (RFC 6750 §3.1, <c>insufficient_scope</c>).</summary>
    public static Fault InsufficientScope { get; } = new("insufficient_scope", 403, "The access token does not cover this.", "insufficient_scope");

    /// <summary>An administrator acts as the account's owner, who alone can do this.</summary>
    public static Fault Impersonated { get; } = new("impersonated", 403, "The owner of the account has to do this.", "access_denied");

    /// <summary>The request comes with a cookie, or asks for one, and nothing shows that a page of this site has made it (CSRF).</summary>
    public static Fault CrossSiteRequest { get; } = new("cross_site_request", 403, "The request does not come from a page of this site.", "access_denied");

    /// <summary>The external provider's token is not valid for this application.</summary>
    public static Fault InvalidExternalToken { get; } = new("invalid_external_token", 401, "The provider's access token is invalid.");

    /// <summary>The address that an external provider tells belongs to an account whose owner has yet to say, by a link mailed to that address, that the identity is theirs.</summary>
    public static Fault LinkRequired { get; } = new("link_required", 403, "There is an account with this e-mail address. Open the link that was e-mailed to it, then sign in again.", "access_denied");

    /// <summary>The secret that was mailed to have an external identity sign in to an account is unknown, expired or used.</summary>
    public static Fault InvalidLinkToken { get; } = new("invalid_link_token", 400, "The link is invalid, expired or used.");

    /// <summary>The account would have no way to sign in left.</summary>
    public static Fault LastSignInMethod { get; } = new("last_sign_in_method", 409, "The account would have no way to sign in left.");

    /// <summary>The external provider could not be asked.</summary>
    public static Fault ProviderUnavailable { get; } = new("provider_unavailable", 503, "The provider could not be reached. Try again later.");

    /// <summary>There is no such thing for this caller.</summary>
    public static Fault NotFound { get; } = new("not_found", 404, "There is no such account.");

    /// <summary>The record changed between reading and writing; asking again may succeed.</summary>
    public static Fault Conflict { get; } = new("conflict", 409, "The account was changed at the same time. Try again.");

    /// <summary>Too many requests from this address.</summary>
    public static Fault TooManyRequests { get; } = new("too_many_requests", 429, "Too many requests. Try again later.", "temporarily_unavailable");

    /// <summary>More password hashes are wanted than the process may compute at once.</summary>
    public static Fault Busy { get; } = new("busy", 503, "The server is busy. Try again later.", "temporarily_unavailable");

    /// <summary>The store cannot be reached.</summary>
    public static Fault StoreUnavailable { get; } = new("store_unavailable", 503, "The service is unavailable. Try again later.", "temporarily_unavailable");

    /// <summary>An error of the library's or the host's own; the log has it.</summary>
    public static Fault Unexpected { get; } = new("unexpected", 500, "An unexpected error occurred. Try again later.", "server_error");

    /// <summary>The caller went away before there was an answer.</summary>
    public static Fault Cancelled { get; } = new("cancelled", 499, "The request was cancelled.");

    /// <summary>Whether it is this fault, or one that it stands in for.</summary>
    public bool Is(Fault known) => this == known || Like?.Is(known) == true;

    /// <inheritdoc/>
    public bool Equals(Fault? other) => other?.Code == Code;

    /// <inheritdoc/>
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    /// <summary>The fault's name.</summary>
    public override string ToString() => Code;
}
