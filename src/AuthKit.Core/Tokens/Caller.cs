using System.Security.Claims;
using System.Text.Json;

namespace AuthKit.Tokens;

/// <summary>Whoever an access token speaks for.</summary>
/// <param name="UserId">The user's account, in the tenant's database where there is one; <see cref="Guid.Empty"/> where a client speaks for itself (<see cref="IsClient"/>, RFC 6749 §4.4).</param>
/// <param name="SessionId">The <c>sid</c>.</param>
/// <param name="ClientId">The <c>client_id</c>.</param>
/// <param name="Scope">The <c>scope</c>, values separated by spaces.</param>
/// <param name="Tenant">The <c>tid</c>; <see cref="Tenants.Tenant.Home"/> where the user lives in the home database.</param>
/// <param name="ExpiresAt">The <c>exp</c>.</param>
public sealed record Caller(Guid UserId, Guid SessionId, string ClientId, string Scope, string Tenant, DateTimeOffset ExpiresAt)
{
    /// <summary>The <c>sub</c>: <see cref="AccountSubject"/>, or the name by which a pairwise client knows the user.</summary>
    public string Subject { get; init; } = UserId.ToString();

    /// <summary>
    /// What the host knows the account by, whatever client calls: the account's id; for a user of a tenant's database a name that
    /// no other database's user can have; for a client that speaks for itself its id.
    /// </summary>
    public string AccountSubject { get; init; } = UserId.ToString();

    /// <summary>The <c>jti</c>.</summary>
    public string? TokenId { get; init; }

    /// <summary>The <c>iat</c>.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>The <c>aud</c>.</summary>
    public IReadOnlyList<string> Audience { get; init; } = [];

    /// <summary>The <c>authorization_details</c> (RFC 9396 §9.1), an array; null for none.</summary>
    public JsonElement? AuthorizationDetails { get; init; }

    /// <summary>The key that the token is bound to (<c>cnf</c>), as <see cref="Sessions.Session.Confirmation"/> has it; null where whoever bears the token may use it.</summary>
    public string? Confirmation { get; init; }

    /// <summary>When the user proved who they are (<c>auth_time</c>); null where a client speaks for itself.</summary>
    public DateTimeOffset? AuthenticatedAt { get; init; }

    /// <summary>How strongly (<c>acr</c>, RFC 9470 §6.1), of <see cref="AuthKitOptions.SignIn"/>; null where a client speaks for itself, and in tokens of an earlier version of AuthKit.</summary>
    public string? AuthenticationContext { get; init; }

    /// <summary>Who acts for the user, as the JSON of the <c>act</c> claim (RFC 8693 §4.1); null where nobody does.</summary>
    public string? Actor { get; init; }

    /// <summary>Whether an administrator acts as the user: the user's session began without anybody's proof to be the user.</summary>
    public bool IsImpersonated => Actor is not null && AuthenticatedAt == DateTimeOffset.UnixEpoch;

    /// <summary>What the host says of the user: their roles (<see cref="ClaimNames.Role"/>), and claims of its own.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>Whether a client speaks for itself.</summary>
    public bool IsClient => UserId == Guid.Empty && Tenant == Tenants.Tenant.Home;
}
