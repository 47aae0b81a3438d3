using System.Text.Json.Serialization;

namespace AuthKit.AuthorizationServer.Requests;

/// <summary>An authorization request as it was sent (RFC 6749 §4.1.1, RFC 7636 §4.3, OpenID Connect Core 1.0 §3.1.2.1). What was not sent, or empty (RFC 6749 §3.1), is null.</summary>
public sealed record AuthorizationParameters
{
    /// <summary>The <c>client_id</c>.</summary>
    public string? ClientId { get; init; }

    /// <summary>The <c>response_type</c>.</summary>
    public string? ResponseType { get; init; }

    /// <summary>The <c>redirect_uri</c>.</summary>
    public string? RedirectUri { get; init; }

    /// <summary>The <c>scope</c>.</summary>
    public string? Scope { get; init; }

    /// <summary>The <c>state</c>.</summary>
    public string? State { get; init; }

    /// <summary>The <c>response_mode</c>.</summary>
    public string? ResponseMode { get; init; }

    /// <summary>The <c>nonce</c>.</summary>
    public string? Nonce { get; init; }

    /// <summary>The <c>code_challenge</c>.</summary>
    public string? CodeChallenge { get; init; }

    /// <summary>The <c>code_challenge_method</c>.</summary>
    public string? CodeChallengeMethod { get; init; }

    /// <summary>The <c>prompt</c>.</summary>
    public string? Prompt { get; init; }

    /// <summary>The <c>max_age</c>.</summary>
    public string? MaxAge { get; init; }

    /// <summary>The <c>acr_values</c>, separated by spaces.</summary>
    public string? AcrValues { get; init; }

    /// <summary>The <c>id_token_hint</c>.</summary>
    public string? IdTokenHint { get; init; }

    /// <summary>The <c>authorization_details</c> (RFC 9396 §2), a JSON array.</summary>
    public string? AuthorizationDetails { get; init; }

    /// <summary>Each <c>resource</c> (RFC 8707 §2).</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>The <c>dpop_jkt</c> (RFC 9449 §10).</summary>
    public string? DPoPKey { get; init; }

    /// <summary>The <c>login_hint</c>.</summary>
    public string? LoginHint { get; init; }

    /// <summary>The <c>claims</c>, as JSON (OpenID Connect Core 1.0 §5.5).</summary>
    public string? Claims { get; init; }

    /// <summary>The <c>request_uri</c> of a pushed request (RFC 9126 §4).</summary>
    [JsonIgnore]
    public string? RequestUri { get; init; }

    /// <summary>The <c>request</c>: a JWT that has the parameters in it, in place of all others (RFC 9101 §6.3).</summary>
    [JsonIgnore]
    public string? RequestObject { get; init; }

    /// <summary>Whether these are the parameters of such an object, which the client has signed.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Whether a parameter was sent twice (RFC 6749 §3.1).</summary>
    public bool HasDuplicates { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(AuthorizationParameters);
}
