using System.Text.Json;

namespace AuthKit;

/// <summary>What a sign-in or a refresh hands out.</summary>
/// <param name="AccessToken">The access token.</param>
/// <param name="ExpiresAt">When it expires.</param>
/// <param name="ExpiresIn">For how long it is valid, in seconds (RFC 6749 §5.1).</param>
/// <param name="RefreshToken">The refresh token, where one was granted.</param>
/// <param name="IdToken">The id token, where one was asked for.</param>
/// <param name="Scope">The scope granted, values separated by spaces.</param>
/// <param name="Email">The account's e-mail address after a sign-in; null after a refresh, which does not look.</param>
public sealed record TokenPair(
    string AccessToken,
    DateTimeOffset ExpiresAt,
    int ExpiresIn,
    string? RefreshToken,
    string? IdToken,
    string Scope,
    string? Email)
{
    /// <summary>The authorization details granted (RFC 9396 §7), an array; null for none.</summary>
    public JsonElement? AuthorizationDetails { get; init; }

    /// <summary>How the access token is presented (RFC 6749 §7.1): <c>Bearer</c>, or <c>DPoP</c> where it is bound to a key (RFC 9449 §5).</summary>
    public string TokenType { get; init; } = "Bearer";

    /// <summary>What the device keeps and shows at the next sign-in (<see cref="FlowContext.Device"/>), to be spared the second factor for a while; null where nobody asked for that, or it is not to be had.</summary>
    public string? DeviceToken { get; init; }

    /// <summary>Whose session it is, for events.</summary>
    internal Guid UserId { get; init; }

    /// <summary>The session, for events.</summary>
    internal Guid SessionId { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(TokenPair);
}
