namespace AuthKit.Tokens;

/// <summary>Whoever an access token speaks for.</summary>
/// <param name="UserId">The <c>sub</c>.</param>
/// <param name="SessionId">The <c>sid</c>.</param>
/// <param name="ClientId">The <c>client_id</c>.</param>
/// <param name="Scope">The <c>scope</c>, values separated by spaces.</param>
/// <param name="Tenant">The <c>tid</c>; <see cref="Tenants.Tenant.Home"/> where the user lives in the home database.</param>
/// <param name="ExpiresAt">The <c>exp</c>.</param>
public sealed record Caller(Guid UserId, Guid SessionId, string ClientId, string Scope, string Tenant, DateTimeOffset ExpiresAt);
