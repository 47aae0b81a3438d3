namespace AuthKit.Tokens;

/// <summary>Whoever an access token speaks for.</summary>
/// <param name="UserId">The user's account; <see cref="Guid.Empty"/> where a client speaks for itself (RFC 6749 §4.4).</param>
/// <param name="SessionId">The <c>sid</c>.</param>
/// <param name="ClientId">The <c>client_id</c>.</param>
/// <param name="Scope">The <c>scope</c>, values separated by spaces.</param>
/// <param name="Tenant">The <c>tid</c>; <see cref="Tenants.Tenant.Home"/> where the user lives in the home database.</param>
/// <param name="ExpiresAt">The <c>exp</c>.</param>
public sealed record Caller(Guid UserId, Guid SessionId, string ClientId, string Scope, string Tenant, DateTimeOffset ExpiresAt)
{
    /// <summary>The <c>sub</c>: the account's id, the name by which a pairwise client knows the user, or the client's id.</summary>
    public string Subject { get; init; } = UserId.ToString();

    /// <summary>The <c>jti</c>.</summary>
    public string? TokenId { get; init; }

    /// <summary>The <c>iat</c>.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>The <c>aud</c>.</summary>
    public IReadOnlyList<string> Audience { get; init; } = [];

    /// <summary>Whether a client speaks for itself.</summary>
    public bool IsClient => UserId == Guid.Empty;
}
